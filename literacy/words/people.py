"""Who cares for the reader, as sentences name them."""

CARERS = frozenset(
    {"nurse", "doctor", "surgeon", "midwife", "pharmacist", "physiotherapist", "dietitian", "GP"}
    | {"radiographer", "anaesthetist", "consultant", "specialist", "dentist", "team", "optician"}
    | {"oncologist", "cardiologist", "therapist", "technician", "endoscopist", "gp", "porter"}
    | {"dietician", "paediatrician", "radiologist", "optometrist", "practitioner", "assistant"}
    | {"staff", "member", "practice", "parent", "carer", "colposcopist", "physician", "worker"}
    | {"psychologist", "professional", "haematologist", "neurologist", "urologist", "adviser"}
)
