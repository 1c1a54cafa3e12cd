gatherings = Gatherings
gatherings-question = What do we meet for? Series of conferences and their editions, the programme day by day, and what sources say of them, side by side where they disagree.
gatherings-none = There is no gathering to see yet.
gatherings-none-organiser = Create a series first; each conference is an edition of it.
gatherings-none-todo = Gatherings appear here once an institution shares them.
gatherings-no-edition = This series has no edition yet.
gatherings-no-edition-todo = Add the first one with its days, its time zone and its place.
series-create = New series
series-change = Change the series
series-introduction = What the series is for

gathering-create = New edition
gathering-change = Change the edition
gathering-title = Title
gathering-theme = Theme
gathering-introduction = Introduction
gathering-subjects = Subjects, kept apart because mandates and laws differ
gathering-place = Place
gathering-place-unknown = Place not stated
gathering-code = Code of the edition
gathering-code-taken = The series already has an edition with this code.
gathering-starts-on = First day
gathering-ends-on = Last day
gathering-ends-before = The last day comes before the first.
gathering-too-long = An edition lasts sixty days at most.
gathering-timezone = Time zone of its clocks
gathering-clocks = Times are those of the clocks in { $zone }.
gathering-form = How people take part
gathering-form-unknown = Not stated
gathering-in-person = In person
gathering-hybrid = In person and online
gathering-online = Online
gathering-asked = Asked in this edition
code-help = Letters, digits, dots and hyphens, for example 2022 or session-1. It stays the same in files.
code-wrong = Use letters, digits, dots, hyphens and underscores, beginning with a letter or a digit.

session-add = Add a session
session-change = Change the session
session-withdraw = Take the session off the programme
session-title = What the session asks
session-code = Code of the session
session-code-taken = The edition already has a session with this code.
session-day = Day
session-start = Begins at
session-end = Ends at
session-room = Room
session-themes = Themes
session-chair = Chair (an office)
session-chair-is = Chair:
session-room-is = Room:
session-chaired-by = Chair: { $office }
session-hours = { $start }–{ $end }
session-hours-title = Day and hours
session-when = { $day }, { $start }–{ $end }
session-parallel = in parallel
session-asked = Asked in this session
session-asked-none = Nothing is asked in this session yet.
session-asked-todo = Begin a consultation: the participants say where they agree.
session-new-consultation = New consultation for this session
session-outside = { $day } lies outside the edition, which runs from { $first } to { $last }.
session-ends-before = It ends at { $end }, not after its beginning at { $start }.
session-no-such-time = On { $day } the clocks never show { $time }: they change that day.
session-overlaps = The room { $room } is taken from { $start } to { $end } by the session { $other }.
programme-unfit = The sessions do not fit into the edition.
misfit = { $code }: { $problem }

programme = Programme
programme-title = { $count ->
    [0] Programme
    [one] Programme: one session
   *[other] Programme: { $count } sessions
}
programme-none = The programme has no session yet.
programme-none-organiser = Import the agenda from a spreadsheet, or add sessions one by one.
programme-none-todo = Sessions appear here once the organisers add them.
programme-day-none = No session on this day.
programme-print = Programme to print
programme-ics = Calendar file
programme-back = Back to the edition
programme-how = Print this page with your browser: it is set for A4.

claims-title = What sources say
claims-disputed = { $count ->
    [one] Sources disagree on one point; both are shown and neither is preferred.
   *[other] Sources disagree on { $count } points; all are shown and none is preferred.
}
claims-disagree = Sources disagree
claims-none = Nothing has been put down here yet.
claims-none-todo = Put down who organises, with the source that says so. Where another source says otherwise, add it too: both stay.
claim-make = Add what a source says
claim-change = Correct
claim-withdraw = Withdraw
claim-aspect = What it is about
claim-value = What the source says, in short
claim-said-on = Said on, if not the day of publication
claim-organisers = Who organises
claim-partners = Partners
claim-speaker = Speaker, by office
claim-dates = Dates
claim-place = Place
claim-figures = Figures
claim-aim = Stated aim
claim-outcome = What came of it
source = Source:
said-on = said on { $date }
source-title = Title of the source
source-address = Address of the source
source-published-on = Published on

statements-of-offices = What offices said
statements-of-offices-none = No statement has been put down yet.
statements-of-offices-todo = Put down what an office said, when, where, and the source.
statement-add = Add a statement
statement-change = Correct the statement
statement-withdraw = Withdraw the statement
statement-text = What was said
statement-office = Office (never a person’s name)
statement-body = Institution
statement-place = Where
statement-said-on = When
statement-is-paraphrase = This is a paraphrase, not the office’s own words
statement-paraphrase = Paraphrase: not the office’s own words
withdraw = Withdraw
withdraw-lead = { $what } will no longer be shown. The act and the digest of its reason stay on the ledger.
withdraw-reason = Why

conflict-happened = Somebody else saved a change while you were writing.
conflict-kept = Their version is saved. What you typed is still in the form; nothing was overwritten.
conflict-todo = Compare both, take over what you want to keep, then save.
conflict-both = Both versions
conflict-field = Field
conflict-now = Saved meanwhile
conflict-yours = Yours, in the form below
conflict-save = Save mine now

agenda-import = Import the agenda
agenda-lead = Paste a table or choose a file. You see what will change before anything is saved.
agenda-preview-lead = Nothing is saved yet. Look at what will change, then save.
agenda-paste = Agenda as a table, with a line of column names
agenda-file = Or a file (CSV or tabs, as spreadsheets save it)
agenda-preview = See what will change
agenda-preview-again = Check again
agenda-save = Save these changes
agenda-saved = { $count ->
    [one] The agenda is saved: one session.
   *[other] The agenda is saved: { $count } sessions.
}
agenda-changes = { $count ->
    [one] One session in the table
   *[other] { $count } sessions in the table
}
agenda-changes-table = What will change
agenda-what = What happens
agenda-new = New
agenda-changed = Changes:
agenda-same = Stays as it is
agenda-staying = { $count ->
    [one] One session of the programme is not in the table and stays as it is.
   *[other] { $count } sessions of the programme are not in the table and stay as they are.
}
agenda-outdated = The programme or your table has changed since you looked.
agenda-outdated-todo = Nothing was saved. Look at the changes below again, then save.
agenda-troubles = { $count ->
    [one] One thing has to be put right before the agenda can be imported.
   *[other] { $count } things have to be put right before the agenda can be imported.
}
agenda-troubles-title = What to put right
agenda-nothing-imported = Nothing was imported. Your table is kept in the form below.
agenda-code = { $column } must be letters, digits, dots and hyphens; found “{ $found }”.
agenda-day = { $column } must be a day such as 2022-06-08 or 08/06/2022; found “{ $found }”.
agenda-hour = { $column } must be a time from 00:00 to 23:59 such as 09:30; found “{ $found }”.
agenda-original = { $column } must be ar, fr or en; found “{ $found }”.
agenda-reviewed = { $column } must be yes or no; found “{ $found }”.
agenda-theme = the theme “{ $found }” is not in the vocabulary; see the list below.
agenda-title-missing = the session has no title in any language.
agenda-code-twice = the code { $code } stands already in line { $first }.
agenda-columns = The columns
agenda-columns-text = Separated by commas, semicolons or tabs, in any order. The agenda as it stands is the best template:
agenda-template = agenda as CSV
agenda-column-code = Needed. The session’s stable name; importing it again changes that session.
agenda-column-when = Needed. The day and the hours by the clocks in { $zone }.
agenda-column-room = The room, as it is written on its door. One session at a time.
agenda-column-titles = At least one is needed.
agenda-column-original = The language of the original (ar, fr, en) and whether the translations were reviewed (yes, no). A translation that was not reviewed is marked.
agenda-column-theme = Codes, separated by spaces:
agenda-column-chairs = The office that chairs, never a person’s name.

hijri-date = { $day } { $month } { $year } AH
hijri-1 = Muharram
hijri-2 = Safar
hijri-3 = Rabi al-Awwal
hijri-4 = Rabi al-Thani
hijri-5 = Jumada al-Ula
hijri-6 = Jumada al-Akhira
hijri-7 = Rajab
hijri-8 = Shaban
hijri-9 = Ramadan
hijri-10 = Shawwal
hijri-11 = Dhu al-Qadah
hijri-12 = Dhu al-Hijjah

may-convene = Only organisers and administrators of the institution may convene.
may-change-series = Only organisers and administrators of the institution may change a series.
may-change-gathering = Only organisers and administrators of the institution may change an edition.
may-change-session = Only organisers and administrators of the institution may change a session.
may-put-down = Only organisers and administrators of the institution may put down statements.
may-change-office-statement = Only organisers and administrators of the institution may correct a statement.
session-new-strategy = Begin a strategy
