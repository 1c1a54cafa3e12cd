### Marking: what a form asks about the handling of what is written

marking-more = More about its use: purposes, legal basis, permitted actions, handling codes, end
marking-named-help = Where your institution alone would see it, they see it too. Otherwise it is limited to them and to your institution.
marking-people = People of your institution
marking-people-help = At the strictest level they see it besides you and those named; at the others they see it anyway.
marking-purposes = It may be used for
marking-purposes-help = Nothing chosen: any purpose. What is made from several records may be used only for what all of them allow.
marking-basis = Legal basis
marking-basis-help = One a line, such as an article of a law or an agreement. It stands on everything that is made from this.
marking-pap = What may be done with it (PAP)
marking-codes = Handling codes
marking-expires = Until
marking-expires-help = After that day nobody sees it, and its words are deleted.
marking-expires-over = That day is over.
marking-strict = AMBER+STRICT stays in one institution and names nobody else.
marking-of-others = It also comes from other institutions, which have to agree before more people see it: ask for a release on the page of its handling.
marking-narrowed = An originator narrowed who sees this, and a form does not open it again. Nothing was saved; what you typed stands here. Ask for a release on the page of its handling.
pap-clear = There is no limit to what may be done with it.
pap-green = It may be acted upon openly, with care.
pap-amber = It may be checked only in ways that those concerned do not notice.
pap-red = It may be read, and nothing else may be done with it that anybody could notice.
who-basis = It rests on: { $basis }.
