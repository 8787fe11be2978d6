"""Days, moments and sums as people write them in Kyrgyz, Russian and English."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from django import template
from django.utils import timezone, translation
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

register = template.Library()

SPACE = "\u00a0"  # keeps a number and its unit on one line
MINUS = "\u2212"

MONTHS = {
    "ky": [
        "январь",
        "февраль",
        "март",
        "апрель",
        "май",
        "июнь",
        "июль",
        "август",
        "сентябрь",
        "октябрь",
        "ноябрь",
        "декабрь",
    ],
    "ru": [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
# "2026-жылдын 15-апрели": a month that belongs to its year takes the possessive.
MONTHS_OF_YEAR_KY = [
    "январы",
    "февралы",
    "марты",
    "апрели",
    "майы",
    "июну",
    "июлу",
    "августу",
    "сентябры",
    "октябры",
    "ноябры",
    "декабры",
]
# The ablative, "from that day on": of the month alone, and of the month of a year.
MONTHS_FROM_KY = [
    "январдан",
    "февралдан",
    "марттан",
    "апрелден",
    "майдан",
    "июндан",
    "июлдан",
    "августтан",
    "сентябрдан",
    "октябрдан",
    "ноябрдан",
    "декабрдан",
]
MONTHS_OF_YEAR_FROM_KY = [
    "январынан",
    "февралынан",
    "мартынан",
    "апрелинен",
    "майынан",
    "июнунан",
    "июлунан",
    "августунан",
    "сентябрынан",
    "октябрынан",
    "ноябрынан",
    "декабрынан",
]
WEEKDAYS = {
    "ky": ["дүйшөмбү", "шейшемби", "шаршемби", "бейшемби", "жума", "ишемби", "жекшемби"],
    "ru": ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
}
WEEKDAYS_SHORT = {
    "ky": ["дш", "шш", "шр", "бш", "жм", "иш", "жк"],
    "ru": ["пн", "вт", "ср", "чт", "пт", "сб", "вс"],
    "en": ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
}


def language() -> str:
    """The language of the page: ky, ru or en."""
    code = translation.get_language()
    return code if code in MONTHS else "ky"


def as_day(value: object) -> date | None:
    """A day from a date, a moment (its day in Bishkek) or an ISO text; else nothing."""
    if isinstance(value, datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def day_text(value: date, *, language: str, this_year: int | None) -> str:
    """A day in words; the year is said when it is not `this_year`.

    >>> [day_text(date(2026, 4, 15), language=code, this_year=2026) for code in ("ky", "ru", "en")]
    ['15-апрель', '15\\xa0апреля', '15\\xa0April']
    >>> day_text(date(2025, 4, 15), language="ky", this_year=2026)
    '2025-жылдын 15-апрели'
    """
    month = MONTHS[language][value.month - 1]
    if language == "ky":
        if value.year == this_year:
            return f"{value.day}-{month}"
        return f"{value.year}-жылдын {value.day}-{MONTHS_OF_YEAR_KY[value.month - 1]}"
    year = "" if value.year == this_year else f"{SPACE}{value.year}"
    return f"{value.day}{SPACE}{month}{year}"


def since_text(value: date, *, language: str, this_year: int | None) -> str:
    """From a day on, in words.

    >>> [since_text(date(2026, 3, 2), language=code, this_year=2026) for code in ("ky", "ru", "en")]
    ['2-марттан бери', 'со\\xa02\\xa0марта', 'since\\xa02\\xa0March']
    >>> since_text(date(2025, 3, 2), language="ky", this_year=2026)
    '2025-жылдын 2-мартынан бери'
    """
    if language == "ky":
        if value.year == this_year:
            return f"{value.day}-{MONTHS_FROM_KY[value.month - 1]} бери"
        return f"{value.year}-жылдын {value.day}-{MONTHS_OF_YEAR_FROM_KY[value.month - 1]} бери"
    # «со второго», but «с третьего», «с двадцать второго».
    word = "since" if language == "en" else "со" if value.day == 2 else "с"
    return f"{word}{SPACE}{day_text(value, language=language, this_year=this_year)}"


def number_text(value: object) -> str:
    """Thousands by a no-break space, decimals by a comma (a point in English).

    >>> number_text(1240000), number_text(-5)
    ('1\\xa0240\\xa0000', '−5')
    """
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return str(value)
    text = f"{abs(number):,}".replace(",", SPACE)
    point = text if language() == "en" else text.replace(".", ",")
    return f"{MINUS}{point}" if number < 0 else point


@register.filter
def day_plain(value: object) -> str:
    """The day as bare text, for titles and attributes."""
    found = as_day(value)
    if found is None:
        return ""
    return day_text(found, language=language(), this_year=timezone.localdate().year)


@register.filter
def day(value: object) -> SafeString | str:
    """`{{ case.opened_at|day }}`: the day inside <time>, which never breaks at its hyphen."""
    found = as_day(value)
    if found is None:
        return ""
    return format_html('<time datetime="{}">{}</time>', found.isoformat(), day_plain(found))


@register.filter
def since(value: object) -> SafeString | str:
    """`{{ case.opened_at|since }}`: «с 2 марта», «2-марттан бери»."""
    found = as_day(value)
    if found is None:
        return ""
    text = since_text(found, language=language(), this_year=timezone.localdate().year)
    return format_html('<time datetime="{}">{}</time>', found.isoformat(), text)


@register.filter
def full_day(value: object) -> SafeString | str:
    """The same with its year always said, for documents and receipts."""
    found = as_day(value)
    if found is None:
        return ""
    text = day_text(found, language=language(), this_year=None)
    return format_html('<time datetime="{}">{}</time>', found.isoformat(), text)


@register.filter
def weekday(value: object) -> str:
    """The day of the week in words."""
    found = as_day(value)
    return WEEKDAYS[language()][found.weekday()] if found else ""


@register.filter
def moment(value: object) -> SafeString | str:
    """`{{ position.filed_at|moment }}`: the day and the hour in Bishkek."""
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            return ""
    if not isinstance(value, datetime):
        return day(value)
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    text = f"{day_plain(local)}, {local:%H:%M}"
    return format_html('<time datetime="{}">{}</time>', local.isoformat(timespec="minutes"), text)


@register.filter
def som(value: object) -> str:
    """`{{ row.yearly_som|som }}`: whole som; nothing where the sum was not reckoned."""
    if value is None or value == "":
        return ""
    return f"{number_text(value)}{SPACE}{_('som')}"


@register.filter
def number(value: object) -> str:
    """A count with its thousands apart."""
    return "" if value is None else number_text(value)


@register.filter
def percent(value: object) -> str:
    """A share between 0 and 1 as a whole per cent: `{{ 0.76|percent }}`."""
    try:
        share = round(float(str(value)) * 100)
    except ValueError:
        return ""
    return f"{share}%" if language() == "en" else f"{share}{SPACE}%"
