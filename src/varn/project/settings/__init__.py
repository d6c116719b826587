"""One module per situation: `local` (and demonstration), `production`, `test`; all build on `base`."""
