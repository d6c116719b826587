"""What follows from a name, a number or a row. Plain values in, plain values out."""
