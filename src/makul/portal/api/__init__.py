"""The read API: the records of open data, one by one and page by page, described by OpenAPI 3.1."""
