# What rooms say in a document
account-agenda = Ordre du jour
account-hours = Horaire
account-session = Séance
account-room-and-chair = Salle · présidence
account-statement = Énoncé
account-share = { $groups ->
    [one] D’accord
   *[other] D’accord, dans le groupe qui l’est le moins
}
account-interval = Intervalle à 90 %
account-few-voters = moins de cinq votants
account-counts = { $voters ->
    [one] Une personne a voté
   *[other] { $voters } personnes ont voté
} sur { $statements ->
    [one] un énoncé.
   *[other] { $statements } énoncés.
}

# The outcome document
outcome-document = Document final
outcome-lead = { $count ->
    [0] Rien n’est encore adopté.
    [one] Une recommandation, avec ce sur quoi elle repose.
   *[other] { $count } recommandations, chacune avec ce sur quoi elle repose.
}
outcome-released-by = Publié par
outcome-gathering = Dans le cadre de
outcome-agreed-and-divided = Où la salle s’accorde et se divise
outcome-recommendations = Recommandations
outcome-nothing-adopted = Rien n’est encore adopté.
outcome-part = Élément
outcome-says = Contenu
outcome-goal = But
outcome-addressee = Institution visée
outcome-indicator = Indicateur
outcome-rights-note = Ce que cela signifie pour les droits
outcome-due-on = Échéance
outcome-dimensions = Dimensions
outcome-dimensions-empty = Rien ici ne couvre ces dimensions : { $dimensions }.
outcome-rests-on = { $count ->
    [one] Elle repose sur :
   *[other] Elle repose sur { $count } éléments :
}
outcome-unfounded = Décidée sans fondement. Motif indiqué :
outcome-erratum = Erratum. Ce que cette version corrige :
outcome-why = Pourquoi cette recommandation ?
outcome-amber = Un élément sur lequel repose cette recommandation a changé ou a été retiré depuis son adoption. Le détail se trouve ici :
outcome-round-dissent = { $count ->
    [one] Au tour { $number }, { NUMBER($share, style: "percent") } de { $count } réponse note le texte, tel qu’il était alors, de 1 à 3 (1 : inacceptable, 9 : plein accord).
   *[other] Au tour { $number }, { NUMBER($share, style: "percent") } des { $count } réponses notent le texte, tel qu’il était alors, de 1 à 3 (1 : inacceptable, 9 : plein accord).
}
outcome-dissent = Désaccords et remarques
outcome-method = Comment ce document a été établi
outcome-method-votes = Toutes les personnes ont voté sous un pseudonyme, une fois sur chaque énoncé : d’accord, pas d’accord ou sans avis. À la clôture, la clé qui menait des personnes aux votes a été détruite. Nul ne peut savoir qui a voté quoi.
outcome-method-groups = Les personnes qui votent de façon semblable sont réunies par le calcul. Un groupe n’est montré que s’il réapparaît dans la plupart des répétitions et compte au moins cinq membres ; un chiffre à son sujet ne l’est que si au moins cinq d’entre eux ont voté.
outcome-method-sure = Chaque pourcentage est donné avec son intervalle à 90 % : si d’autres personnes du même genre avaient voté, le chiffre s’y trouverait probablement. « D’accord, dans le groupe qui l’est le moins » signifie que chaque groupe l’est au moins autant.
outcome-method-basis = Chaque recommandation nomme ce sur quoi elle repose, fixé par une empreinte. Si un élément change ou est retiré, sa page le dit. Une recommandation peut être décidée sans fondement ; ce document le dit alors.
outcome-forms = Document final
outcome-draft-forms = Document final, dans son état actuel
outcome-form-html = Page web
outcome-form-pdf = PDF
outcome-form-docx = Word
outcome-form-markdown = Markdown
outcome-form-jsonld = JSON-LD
