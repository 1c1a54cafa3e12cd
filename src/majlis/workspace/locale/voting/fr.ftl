# Entrer
entry-title = Avant de voter
entry-asked-by = Question posée par { $institution }.
entry-privacy-title = Ce qui est conservé à votre sujet
entry-privacy-pseudonym = Vos votes sont conservés sous pseudonyme, sans nom, ni adresse, ni appareil. Ce navigateur garde un jeton aléatoire dans un cookie ; la base de données ne le voit jamais.
entry-privacy-open = Tant que le vote est ouvert, savoir qui a voté quoi exigerait à la fois la base de données et une clé conservée à part.
entry-privacy-closed = La clôture détruit la clé, mélange les votes et efface leurs heures. Ensuite, personne, pas même un administrateur, ne peut savoir qui a voté quoi.
entry-privacy-device = Si la connexion est perdue, les réponses attendent sur cet appareil jusqu’à leur envoi. Qui utilise cet appareil après vous peut voir et modifier vos réponses.
entry-door-open = Toute personne qui a cette page peut voter : un appareil n’est pas une personne.
entry-door-codes = Ici, un code vaut un vote. Chaque code ne laisse entrer qu’une fois ; restez ensuite sur ce navigateur. Majlis ne note pas à qui un code a été remis.
entry-door-members = Ici, un compte vaut un vote. La clé transforme votre compte en pseudonyme ; le compte ne figure pas à côté de vos votes.
entry-consent-title = Ce à quoi vous consentez
entry-age = Votre âge
entry-old-enough = { $age ->
    [one] J’ai { $age } an ou plus
   *[other] J’ai { $age } ans ou plus
}
entry-guarded = { $age ->
    [one] J’ai moins de { $age } an, et un parent ou tuteur accepte que je vote
   *[other] J’ai moins de { $age } ans, et un parent ou tuteur accepte que je vote
}
entry-too-young = { $age ->
    [one] J’ai moins de { $age } an
   *[other] J’ai moins de { $age } ans
}
entry-age-kept = Ce que vous dites de votre âge n’est pas conservé.
entry-code = Code inscrit sur votre fiche
entry-code-help = Majuscules, espaces et tirets sont sans importance.
entry-agree = J’accepte : commencer à voter
entry-young-title = Merci de vouloir participer
entry-young-text = { $age ->
    [one] Cette consultation s’adresse aux personnes de { $age } an ou plus. Rien n’a été conservé à votre sujet.
   *[other] Cette consultation s’adresse aux personnes de { $age } ans ou plus. Rien n’a été conservé à votre sujet.
}
entry-young-guardian = { $age ->
    [one] Cette consultation s’adresse aux personnes de { $age } an ou plus, ou avec l’accord d’un parent ou tuteur. Rien n’a été conservé à votre sujet. Si cette personne est d’accord, revenez en arrière et indiquez-le.
   *[other] Cette consultation s’adresse aux personnes de { $age } ans ou plus, ou avec l’accord d’un parent ou tuteur. Rien n’a été conservé à votre sujet. Si cette personne est d’accord, revenez en arrière et indiquez-le.
}
entry-back = Retour
entry-code-no-title = Ce code ne vous laisse pas entrer
entry-code-no-text = Rien n’a été compté et rien n’est perdu. Vérifiez chaque lettre et chaque chiffre de votre fiche et réessayez, ou adressez-vous aux personnes qui vous ont remis le code.
entry-code-spent-title = Ce code a déjà servi
entry-code-spent-text = Chaque code ne laisse entrer qu’une fois. Si c’était vous, continuez dans le navigateur où vous l’avez utilisé : vos réponses y sont gardées. Sinon, demandez un nouveau code aux personnes qui vous l’ont remis : les votes entrés par celui-ci suivront le nouveau.
entry-code-again = Réessayer

# Voter
vote-come-in = Vos réponses sont gardées sur cet appareil, mais vous devez entrer de nouveau avant leur envoi. Rechargez la page.
vote-unknown = Cet énoncé n’est plus là ; la réponse n’a pas pu être comptée.
vote-too-much = Plus de réponses sont venues d’ici que n’en donne une personne. Ce qui a été compté est conservé.
vote-too-much-title = Un instant, s’il vous plaît
vote-too-much-wait = { $wait ->
    [one] Reprenez dans { $wait } seconde.
   *[other] Reprenez dans { $wait } secondes.
}
vote-too-much-final = Aucune autre réponse n’est acceptée d’ici.
vote-waiting = Réponses de cet appareil en attente de connexion : { $count }. Elles seront envoyées dès son retour ; laissez cette page ouverte ou revenez-y.
vote-not-counted = Une réponse n’a pas pu être comptée : { $why }
vote-stored-out = Vous avez répondu à tous les énoncés que cet appareil possède. Dès le retour de la connexion, vos réponses seront envoyées et d’autres énoncés viendront.
vote-review = Mes réponses
vote-review-title = Mes réponses
vote-review-lead = Chacune peut être modifiée jusqu’à la clôture ; la dernière compte.
vote-review-none = Vous n’avez pas encore répondu.
vote-review-go-on = Continuer à voter
vote-change-one = Modifier
vote-chosen = Votre réponse actuelle : { $answer }
vote-help = À qui s’adresser

# Codes
codes-title = Codes d’entrée
codes-lead = Chaque code laisse entrer un votant, une fois. Les codes figurent sur la fiche que vous imprimez maintenant, et plus jamais ensuite : Majlis ne garde que de quoi les reconnaître.
codes-batches = Séries existantes
codes-none = Aucun code pour l’instant.
codes-batch = { $count ->
    [one] { $count } code, numéro { $first }
   *[other] { $count } codes, numéros { $first } à { $last }
}
codes-until = jusqu’au
codes-new = Nouvelle série
codes-count = Combien
codes-expire = Ils laissent entrer jusqu’au
codes-expire-help = Dans le fuseau horaire choisi ci-dessous. Vide : jusqu’à la clôture du vote.
codes-make = Créer les codes et afficher la fiche
codes-revoke-title = Un code est perdu ou volé
codes-revoke-lead = Indiquez son numéro imprimé ou le code lui-même. Un code révoqué ne laisse plus entrer personne, pas même là où il a servi. Ses votes restent et, avec un nouveau code, suivent la personne qui le détient.
code-named = Numéro ou code
code-revoke = Révoquer seulement
code-reissue = Révoquer et créer un nouveau code
code-revoked = Le code { $serial } ne laisse plus entrer personne.
code-unknown = Il n’y a pas de tel code ici, il a déjà été révoqué, ou un nouveau code le remplace.
consultation-takes-no-codes = Cette consultation n’a pas d’entrée par codes, ou elle est close.
sheet-title = Fiche de codes
sheet-once = Imprimez cette page maintenant. Elle ne pourra plus être affichée.
sheet-again = Voici la feuille déjà faite, et non un nouveau lot.
sheet-again-todo = Pour d’autres codes, revenez à la page des codes et faites-y un nouveau lot.
sheet-back = Retour aux codes
sheet-serial = N° { $serial }
sheet-how = Ouvrez l’adresse, saisissez le code, votez. Il ne sert qu’une fois.

# Le formulaire
consultation-edit = Modifier la consultation
consultation-edit-save = Enregistrer
consultation-edited = Enregistré.
consultation-edit-open-lead = Le vote est ouvert : seuls l’introduction, le contact d’aide et le titre de travail peuvent encore changer. Tout le reste changerait le sens des votes.
consultation-opened-before = Le vote a été ouvert : seuls l’introduction, le contact d’aide et le titre de travail peuvent encore changer.
consultation-working-title = Titre de travail
consultation-working-title-help = Seule votre institution le voit.
consultation-ours = Titre de travail : { $title }
consultation-door = Comment les votants entrent
consultation-door-open = Ouverte : toute personne qui a l’adresse vote. C’est simple, mais un appareil n’est pas une personne.
consultation-door-codes = Codes : vous imprimez ou envoyez des codes à usage unique, et chacun laisse entrer un votant.
consultation-door-members = Membres : toute personne qui a un compte ici et peut voir la consultation vote une fois.
consultation-consent = Ce à quoi les votants consentent avant le premier vote
consultation-consent-help = Majlis ajoute ce qui est conservé au sujet des votants ; écrivez ce qui est propre à cette consultation.
consultation-help-line = À qui les votants peuvent s’adresser
consultation-help-line-help = Un numéro de téléphone ou un service, joignable pendant le vote.
consultation-least-age = Âge minimal
consultation-with-guardian = Les plus jeunes peuvent voter si un parent ou tuteur l’accepte
consultation-guardian-without-age = Indiquez d’abord l’âge minimal.
consultation-takes-statements = Les votants peuvent proposer leurs propres énoncés
