"""How sentences name models and fields: in the language of who reads them."""


def model_name(records):
    """What the model of some records is called; `_description` is English whoever reads."""
    return records.env['ir.model']._get(records._name).name


def field_labels(records, names):
    """What fields are called, as a sentence lists them; a name that is none stays as it is."""
    fields, env = records._fields, records.env
    return ', '.join(
        fields[name]._description_string(env) if name in fields else name for name in names
    )
