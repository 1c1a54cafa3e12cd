# Le récapitulatif du jour
digest-title = Récapitulatif quotidien
account-mail = Courrier
digest-on = envoyé une fois par jour
digest-off = n’est pas envoyé
digest-none-sent = cet espace n’envoie pas de courrier
digest-when = Un seul courriel par jour, à partir de { $hour } ({ $zone }), et seulement si quelque chose vous attend. Il ne nomme rien de ce qui est réservé à peu de lecteurs ; il vous y conduit seulement.
digest-no-mail = Cet espace n’envoie pas de courrier : aucun récapitulatif ne vous parvient. Votre choix vaudra dès qu’il en enverra.
digest-wanted = M’envoyer le récapitulatif quotidien
digest-language = Langue des courriels
digest-language-own = Celle de mon institution
digest-saved = C’est enregistré. Cela vaut dès le prochain courriel.
digest-preview = Ce que dit le récapitulatif d’aujourd’hui
digest-preview-note = Tel qu’un courriel envoyé maintenant le dirait.
digest-preview-none = Rien ne vous attend aujourd’hui : aucun courriel ne serait envoyé.
digest-subject = { $count ->
    [one] Majlis : une chose vous attend
   *[other] Majlis : { $count } choses vous attendent
}
digest-lead = { $count ->
    [one] Une chose vous attend.
   *[other] { $count } choses vous attendent.
}
digest-withheld = Un élément dans « { $room } »
digest-due = à faire pour le { $day }
digest-due-today = à faire aujourd’hui
digest-overdue = était à faire pour le { $day }
digest-settings = Choisir les courriels que je reçois
digest-stop-link = Ne plus recevoir le récapitulatif
digest-stop-title = Ne plus recevoir le récapitulatif ?
digest-stop-text = Rien d’autre ne change : ce qui vous attend reste sur votre page dans Majlis.
digest-stop-do = Ne plus le recevoir
digest-stopped-title = Le récapitulatif ne vous sera plus envoyé
digest-stopped-text = Ce qui vous attend reste sur votre page dans Majlis. Vous pouvez demander à tout moment, depuis votre compte, que le récapitulatif vous soit de nouveau envoyé.
may-set-mail = Chacun décide de son propre courrier. Rien n’a été modifié.

# Courriels sur les mots de passe
forgotten-title = Mot de passe oublié ?
forgotten-lead = Indiquez l’adresse avec laquelle vous vous connectez. Un courriel vous apporte un lien sur lequel vous choisissez un nouveau mot de passe.
forgotten-do = M’envoyer le lien
forgotten-done-title = Consultez votre messagerie
forgotten-done = Si cette adresse a un compte ici, un lien lui est envoyé. Il sert une seule fois, dans la journée. Si rien n’arrive dans quelques minutes, regardez parmi les courriels indésirables, ou adressez-vous à un administrateur de votre institution.
password-mail-subject = Majlis : choisir un nouveau mot de passe
password-mail-text = Quelqu’un, sans doute vous, a demandé un nouveau mot de passe pour votre compte. Vous le choisissez sur cette page ; le lien sert une seule fois, dans les vingt-quatre heures :
password-mail-ignore = Si ce n’était pas vous, il n’y a rien à faire : votre mot de passe reste ce qu’il est.
needs-mail-address = Les adresses sont tenues par l’institution. Si la vôtre a changé, adressez-vous à un administrateur de votre institution.

# Pourquoi un courriel n’est pas arrivé
members-digest-trouble = Le récapitulatif quotidien n’est pas arrivé.
mail-unreachable = Le serveur de courrier est injoignable ; un nouvel essai aura lieu.
mail-tls = Aucune connexion sûre avec le serveur de courrier n’est possible ; un nouvel essai aura lieu.
mail-sign-in = Le serveur de courrier refuse notre identifiant ou notre mot de passe ; un nouvel essai aura lieu.
mail-sender = Le serveur de courrier refuse l’adresse d’où partent nos courriels ; un nouvel essai aura lieu.
mail-later = Le serveur de courrier demande de patienter ; un nouvel essai aura lieu.
mail-refused = Le serveur de courrier refuse cette adresse.
mail-unanswered = Le serveur de courrier n’a jamais répondu : le courriel est peut-être arrivé, il n’est pas envoyé deux fois.
mail-late = La journée s’est achevée avant qu’il ait pu être envoyé.
mail-fault = Le récapitulatif n’a pas pu être écrit, par une faute de notre côté ; un nouvel essai aura lieu.
