"""A library in one file: written, and looked through before anything of it is put anywhere."""
