"""Ways to the company's approved platform: a folder, Chorus Pro's deposit, XP Z12-013."""
