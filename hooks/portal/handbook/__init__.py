"""The part of the editors' handbook that is made from the models: every field, with a good and a bad example."""
