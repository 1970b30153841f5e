"""Measures face models: who is who, what is a face, and whom they mix up."""
