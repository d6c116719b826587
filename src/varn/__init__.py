"""Värn: from a government decision against child trafficking to the final report."""
