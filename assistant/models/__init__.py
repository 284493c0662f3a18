"""Chat models that a person names."""
