"""Kyrgyz: the year first, the month after the number of the day; a comma before decimals."""

DATE_FORMAT = "Y-\\ж\\ы\\л\\д\\ы\\н j-E"
DATETIME_FORMAT = "Y-\\ж\\ы\\л\\д\\ы\\н j-E, H:i"
SHORT_DATE_FORMAT = "d.m.Y"
SHORT_DATETIME_FORMAT = "d.m.Y H:i"
TIME_FORMAT = "H:i"
MONTH_DAY_FORMAT = "j-F"
YEAR_MONTH_FORMAT = "Y-\\ж\\. F"
FIRST_DAY_OF_WEEK = 1
DATE_INPUT_FORMATS = ["%d.%m.%Y", "%Y-%m-%d", "%d.%m.%y"]
TIME_INPUT_FORMATS = ["%H:%M", "%H:%M:%S"]
DATETIME_INPUT_FORMATS = ["%d.%m.%Y %H:%M", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"]
DECIMAL_SEPARATOR = ","
THOUSAND_SEPARATOR = "\u00a0"
NUMBER_GROUPING = 3
