analysis-opinion-map = Opinion map

stage-order = Ordering the votes
stage-factors = Placing people by how alike they vote
stage-null = Asking whether there is more than one group
stage-stability = Drawing people anew to see whether groups come back
stage-places = Placing everybody and counting
stage-polis = Computing the groups as Polis does
stage-agreement = Counting agreement

group-name = Group { $id ->
    [1] A
    [2] B
    [3] C
    [4] D
    [5] E
    [6] F
    [7] G
   *[other] H
}
group-size = { $count ->
    [one] 1 person
   *[other] { $count } people
}

finding-opinion-nothing = Too few people voted to show anything about them.
finding-opinion-groups = { $groups } groups of opinion can be told apart.
finding-opinion-polis = { $groups ->
    [one] The way Polis computes finds one group.
   *[other] The way Polis computes finds { $groups } groups.
} It finds groups in any votes; whether these are more than chance, and would come back, was not asked.
finding-opinion-no-groups = { $reason ->
    [one_population] No separate groups of opinion can be told apart: one spread of views explains the votes as well. Agreement is shown over everybody.
    [unstable] No stable groups of opinion were found: drawing the participants anew gives other groups. Agreement is shown over everybody.
    [alike] Everybody voted alike, so there are no groups of opinion.
    [small] The groups that appear are too small to be shown. Agreement is shown over everybody.
   *[other] Too few people voted enough to look for groups. Agreement is shown over everybody.
}
finding-opinion-majorities = { $groups ->
    [one] { $majorities ->
        [0] No statement surely finds a majority.
        [one] One statement of { $statements } surely finds a majority.
       *[other] { $majorities } of { $statements } statements surely find a majority.
    }
   *[other] { $majorities ->
        [0] No statement surely finds a majority in every group.
        [one] One statement of { $statements } surely finds a majority in every group.
       *[other] { $majorities } of { $statements } statements surely find a majority in every group.
    }
}
finding-opinion-consensus = { $groups ->
    [one] “{ $statement }”: { NUMBER($share, style: "percent", maximumFractionDigits: 0) } agree.
   *[other] “{ $statement }”: { NUMBER($share, style: "percent", maximumFractionDigits: 0) } agree in the least agreeing group.
}
finding-opinion-dividing = “{ $statement }” divides: { NUMBER($more, style: "percent", maximumFractionDigits: 0) } agree in group { $first ->
    [1] A
    [2] B
    [3] C
    [4] D
    [5] E
    [6] F
    [7] G
   *[other] H
}, { NUMBER($less, style: "percent", maximumFractionDigits: 0) } in group { $second ->
    [1] A
    [2] B
    [3] C
    [4] D
    [5] E
    [6] F
    [7] G
   *[other] H
}.
finding-opinion-sure = { $groups ->
    [one] The group came back in { $back } of { $resamples } resamples.
   *[other] The { $groups } groups all came back in { $back } of { $resamples } resamples.
} { $whole ->
    [yes] Each resample drew from all placed people.
   *[other] Each resample drew from { $people } placed people, chosen by chance.
}
finding-opinion-number = Drawing people anew, nine times in ten, gives between { $low } and { $high } groups.
finding-opinion-placed = { $people ->
    [0] All { $voted } people who voted are placed.
    [one] { $placed } of the { $voted } people who voted are placed; one stands in no group.
   *[other] { $placed } of the { $voted } people who voted are placed; { $people } stand in no group, most of them because they voted on fewer than { $least } of these statements.
}
finding-opinion-hidden = { $statements ->
    [one] One statement has too few votes to compare groups on it, or to be shown.
   *[other] { $statements } statements have too few votes to compare groups on them, or to be shown.
}
finding-opinion-moderated = { $statements ->
    [one] Moderation took one statement out.
   *[other] Moderation took { $statements } statements out.
}
finding-opinion-same-text = { $statements ->
    [one] One statement has the same text as another.
   *[other] { $statements } statements share their text with another; each is counted by itself.
}

chart-groups = People, by how alike they vote
chart-groups-caption = About one dot a person, drawn from { $groups ->
    [one] the spread of all
   *[other] each group’s spread
}, so that no dot is anybody. The ring holds { $groups ->
    [one] the centre
   *[other] a group’s centre
} with 90 % probability.
chart-groups-alternative = { $count ->
    [one] One cloud of dots.
   *[other] { $count } clouds of dots, one a group; the table below has their sizes.
}
chart-statements = { $groups ->
    [one] From dissent to agreement
   *[other] From dividing to uniting
}
chart-statements-caption = { $count ->
    [one] One statement
   *[other] { $count } statements
}, by the share that agrees{ $groups ->
    [one] {""}
   *[other] {" "}in the least agreeing group
}. Circles: surely more than half. Squares: surely less. Diamonds: not sure.
chart-statements-alternative = { $count ->
    [one] One dot
   *[other] { $count } dots
}, one a statement, from 0 to 100 % agreement in the least agreeing group; the table below lists them.
axis-agreement = { $groups ->
    [one] Agreement, %
   *[other] Agreement in the least agreeing group, %
}

table-groups = Groups
table-ranking = { $groups ->
    [one] Statements by agreement
   *[other] Statements by agreement in the least agreeing group
}
everybody = Everybody placed
column-estimate = Agree, estimate, %
table-statements = All statements
column-group = Group
column-people = People
column-came-back = Came back, %
column-number = No.
column-statement = Statement
column-votes = Votes
column-agree = Agree, %
column-disagree = Disagree, %
column-pass = Pass, %
column-expected = If all had voted, %
column-least = Least agreeing group, %
column-low = from
column-high = to
column-difference = Largest difference, points
column-bridging = Bridging score
hidden-note = Hidden cells rest on fewer than { $least } people in some group, or would show such a number by subtraction.
