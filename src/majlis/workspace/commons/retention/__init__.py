"""Nothing personal and nothing with an expiry lasts for ever (charter C11).

`days` reads the settings, `policies` knows what is kept for how long, `common` and the rooms' `retention.py` declare
it, `carrying_out` erases what is over, `records` empties records, `tasks` does so every day.
"""
