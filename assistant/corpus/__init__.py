"""The library on disk: Chroma, the vectors beside it, and the locks between processes."""
