"""Reading the money: vouchers, charges, what is left."""
