"""Commands that tell what people and photos are besides their names."""
