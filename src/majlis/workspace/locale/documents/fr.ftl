# Documents : ce qu’un document dit de lui-même
document-institution = Institution
document-date = Date
document-version = Version
document-handling = Diffusion
document-draft = Projet
document-draft-notice = Ceci est un projet. Il n’a pas été adopté et n’est visible que dans l’institution qui l’a établi.
document-hidden = masqué : { $reason }
document-note-method = Méthode
document-note-warning = À noter
document-note-dissent = Opinion divergente
document-note-amber = Une source a changé depuis
document-twin = Les mêmes chiffres en tableau
