"""Pure rules of the mandate: values in, values out, no Django."""
