# Documents: what a document says by itself
document-institution = Institution
document-date = Date
document-version = Version
document-handling = Handling
document-draft = Draft
document-draft-notice = This is a draft. It has not been adopted, and it is seen in its own institution only.
document-hidden = hidden: { $reason }
document-note-method = How this was done
document-note-warning = Please note
document-note-dissent = Dissent
document-note-amber = A source has changed since
document-twin = The same figures as a table
