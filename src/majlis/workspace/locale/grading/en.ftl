### Grading: how far a source can be relied on, and what it says believed

grade-source = Grade this source
grade-lead = Say how far the source can be relied on, and how far what it says is believed. What rests on it is marked, so that those who answer for it read it again.
grade-now = How it stands now
grade-do = Put the grade down
grade-done = The grade is put down. What rests on the source is marked.
grade-outdated = Somebody changed the source while you were reading. Your choice is kept below: look at the grade as it stands, then put yours down if it still holds.
grade-reliability = Reliability of the source
grade-credibility = Credibility of what it says
grade-lossy = Choose from the scale in which you know it. What is known in 4x4 is kept as the worst that it may stand for: between the two scales something is lost, and never to the better.
grade-admiralty = Admiralty scale (A–F, 1–6)
grade-four = 4x4 (A, B, C, X and 1–4)
grade-plain = { $part }: { $code }
grade-converted = Converted to 4x4: { $code } ({ $source }; { $information }). Something is lost in the conversion, and never to the better.
may-grade = Only organisers and administrators of the institution that noted the source may grade it.
four-source-a = no doubt about the source
four-source-b = mostly reliable
four-source-c = mostly not reliable
four-source-x = cannot be judged
four-information-1 = accurate beyond doubt
four-information-2 = known to the source itself
four-information-3 = heard by the source, and supported by other information
four-information-4 = cannot be judged
