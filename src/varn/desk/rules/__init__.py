"""What the desk decides: plain values in, plain values out."""
