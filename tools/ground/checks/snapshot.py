"""What a database holds besides business rows, before an installation and after removal."""

from collections.abc import Iterable

from ground.checks.runs import CLUSTER

# Each query gives one text column: a name that stays the same as long as the thing does.
STRUCTURE = {
    'column': """
        SELECT table_name || '.' || column_name FROM information_schema.columns
        WHERE table_schema = 'public'
    """,
    'index': "SELECT indexname FROM pg_indexes WHERE schemaname = 'public'",
    'constraint': """
        SELECT conrelid::regclass || '.' || conname FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace
    """,
    'trigger': 'SELECT tgrelid::regclass || tgname FROM pg_trigger WHERE NOT tgisinternal',
    'function': """
        SELECT oid::regprocedure::text FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    """,
    'database sequence': "SELECT sequencename FROM pg_sequences WHERE schemaname = 'public'",
    'extension': 'SELECT extname FROM pg_extension',
    'model': 'SELECT model FROM ir_model',
    'field': "SELECT model || '.' || name FROM ir_model_fields",
    'selection value': """
        SELECT f.model || '.' || f.name || '=' || s.value
        FROM ir_model_fields_selection s JOIN ir_model_fields f ON f.id = s.field_id
    """,
    'xml id': "SELECT module || '.' || name FROM ir_model_data",
    'system parameter': 'SELECT key FROM ir_config_parameter',
    'file': """
        SELECT id || ' ' || name || ' of ' || COALESCE(res_model, 'nothing') FROM ir_attachment
        WHERE res_field IS NULL AND (url IS NULL OR url NOT LIKE '/web/assets/%')
    """,
}
# Rows of these are told apart by their id.
TABLES = [
    'ir_act_client',
    'ir_act_report_xml',
    'ir_act_server',
    'ir_act_url',
    'ir_act_window',
    'ir_act_window_view',
    'ir_asset',
    'ir_cron',
    'ir_default',
    'ir_embedded_actions',
    'ir_filters',
    'ir_model_access',
    'ir_module_category',
    'ir_rule',
    'ir_sequence',
    'ir_ui_menu',
    'ir_ui_view',
    'mail_activity_type',
    'mail_alias',
    'mail_message_subtype',
    'mail_template',
    'report_paperformat',
    'res_groups',
    'res_groups_privilege',
]
# The body's own: an addon that goes must not take them along.
PEOPLE = ['hr_department', 'hr_employee', 'hr_job', 'res_company', 'res_partner', 'res_users']
# Rows anywhere that point at one of our models by its name.
POINTERS = ('model', 'res_model', 'model_name', 'relation', 'res_model_name')


def take(database: str) -> dict[str, set[str]]:
    """Return every named thing in the database, by kind."""
    found = {kind: _names(sql, database) for kind, sql in STRUCTURE.items()}
    present = _names("SELECT tablename FROM pg_tables WHERE schemaname = 'public'", database)
    found |= _rows(present.intersection(TABLES), database)
    found['row about our models'] = _pointing_rows(database)
    return found


def people(database: str) -> dict[str, set[str]]:
    """Return the rows that belong to the body, whatever addon is installed."""
    return _rows(PEOPLE, database)


def differences(before: dict[str, set[str]], after: dict[str, set[str]]) -> list[str]:
    """Return what is left over and what was taken away that was not ours.

    >>> differences({'model': {'a', 'b'}}, {'model': {'b', 'c'}})
    ['model left behind: c', 'model removed though not ours: a']
    """
    lines = []
    for kind in sorted(before.keys() | after.keys()):
        old, new = before.get(kind, set()), after.get(kind, set())
        lines += [f'{kind} left behind: {name}' for name in sorted(new - old)]
        lines += [f'{kind} removed though not ours: {name}' for name in sorted(old - new)]
    return lines


def _rows(tables: Iterable[str], database: str) -> dict[str, set[str]]:
    return {
        f'row of {table}': _names(f'SELECT id::text FROM {table}', database) for table in tables
    }


def _names(sql: str, database: str) -> set[str]:
    return {row[0] for row in CLUSTER.query(sql, database)}


def _pointing_rows(database: str) -> set[str]:
    names = ', '.join(f"'{name}'" for name in POINTERS)
    columns = CLUSTER.query(
        f"""
        SELECT c.table_name, c.column_name FROM information_schema.columns c
        JOIN pg_tables t ON t.tablename = c.table_name AND t.schemaname = 'public'
        WHERE c.table_schema = 'public' AND c.column_name IN ({names})
        AND c.data_type IN ('character varying', 'text')
        """,
        database,
    )
    rows = set()
    for table, column in columns:
        counts = CLUSTER.query(
            f"SELECT {column}, count(*) FROM {table} WHERE {column} LIKE 'emulation.%' GROUP BY 1",
            database,
        )
        rows |= {f'{table}.{column} {model} ({count} rows)' for model, count in counts}
    return rows
