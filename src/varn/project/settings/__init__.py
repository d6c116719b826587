"""One module per situation: `local` (demonstration too), `production`, `test`, on `base`."""
