# Search
search = Search
search-everywhere = Search in all rooms
search-words = Words or a code
search-help = All words must be there, in any language; the last one need not be typed to its end. Codes such as A/RES/60/288 count as one word.
search-room = Room
search-room-all = All rooms
search-language = Written in
search-language-all = Any language
search-begin = What are you looking for?
search-begin-todo = The search reads series, editions, sessions, what offices said, consultations and their statements. It knows nothing about people, and never a vote.
search-found = { $count ->
    [0] Nothing was found
    [one] One result
   *[other] { $count } results
}
search-found-more = { $count ->
    [one] More than one result
   *[other] More than { $count } results
}
search-found-more-todo = Only the best are listed. One more word, a room or a language leads to fewer.
search-cut = { $count ->
    [one] The query is long: only its first word was searched for.
   *[other] The query is long: only its first { $count } words were searched for.
}
search-no-word = There is no word in the query
search-no-word-text = Signs alone cannot be searched for.
search-no-word-todo = Type a word of two letters or more, or a code.
search-none = No record that you may see has all these words.
search-none-todo = Try fewer words, another spelling, or the beginning of a word. Any language will do.
search-none-narrowed = Try all rooms and any language, or fewer words.
search-signed-out = You are not signed in: only what is open to everybody was searched.
search-found-in-ar = From the Arabic version
search-found-in-fr = From the French version
search-found-in-en = From the English version
search-found-in-other = From the version in another language
