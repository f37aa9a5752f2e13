{
    'name': 'Emulation and Commendation',
    'version': '19.0.1.0.0',
    'category': 'Human Resources',
    'summary': 'Emulation campaigns of Vietnamese public bodies, from the plan to the dossiers',
    'author': 'The emulation_award team',
    'license': 'LGPL-3',
    'depends': ['hr', 'mail'],
    'external_dependencies': {'python': ['weasyprint']},
    'data': [
        'security/emulation_groups.xml',
        'security/ir.model.access.csv',
        'security/emulation_rules.xml',
        'views/emulation_menus.xml',
    ],
    'demo': [],
    'application': True,
}
