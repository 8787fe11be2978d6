"""Entries, checkpoints and nodes can be added, never changed or deleted: the database itself refuses.

This guards against a mistake and against a stranger who can run statements. Who owns the tables can
drop the triggers: what is done then is found against a checkpoint kept elsewhere.
"""

from django.db import migrations

TABLES = ("journal_entry", "journal_checkpoint", "journal_node")
WAYS = {"UPDATE": "ROW", "DELETE": "ROW", "TRUNCATE": "STATEMENT"}  # SQLite has no TRUNCATE

FUNCTION = """
CREATE FUNCTION journal_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the journal is append-only' USING ERRCODE = 'integrity_constraint_violation';
END $$
"""
ON_POSTGRESQL = "CREATE TRIGGER {name} BEFORE {way} ON {table} FOR EACH {each} EXECUTE FUNCTION journal_append_only()"
ON_SQLITE = "CREATE TRIGGER {name} BEFORE {way} ON {table} BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"


def _each(postgresql):
    for table in TABLES:
        for way, each in WAYS.items():
            if postgresql or way != "TRUNCATE":
                yield {"name": f"{table}_no_{way.lower()}", "way": way, "table": table, "each": each}


def add(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    if postgresql:
        schema_editor.execute(FUNCTION, params=None)
    for names in _each(postgresql):
        schema_editor.execute((ON_POSTGRESQL if postgresql else ON_SQLITE).format(**names), params=None)


def drop(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    for names in _each(postgresql):
        on = f" ON {names['table']}" if postgresql else ""
        schema_editor.execute(f"DROP TRIGGER {names['name']}{on}", params=None)
    if postgresql:
        schema_editor.execute("DROP FUNCTION journal_append_only()", params=None)


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]
    operations = [migrations.RunPython(add, drop)]
