"""A believable fictitious company, made by calling use cases."""
