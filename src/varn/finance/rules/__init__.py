"""Pure rules of the money: reading ledgers, telling rows apart, dividing charges."""
