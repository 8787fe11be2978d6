"""The special protocol as a paper, in Kyrgyz and in Russian, as Word and PDF."""
