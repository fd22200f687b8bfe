"""Prints 1 for each day from 2018 to 2026 that PyPI's chinesecalendar takes for a working day, else 0."""

from datetime import date, timedelta

from chinese_calendar import is_workday

day = date(2018, 1, 1)
while day.year < 2027:
    print(int(is_workday(day)), end="")
    day += timedelta(1)
