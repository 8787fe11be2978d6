"""How the journal names the one who works from the command line, where nobody is signed in."""

OPERATOR = "operator"
