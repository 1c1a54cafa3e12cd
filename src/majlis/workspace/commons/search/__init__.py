"""Search across rooms: what rooms declare in `Room.searched`, kept in step by every save of a record.

`words` makes the same terms of the same text everywhere, `index` keeps them in the database's own full text index,
`finding` asks it and looks at each record anew, `snippets` shows where the words stand, `page` is the page.
"""
