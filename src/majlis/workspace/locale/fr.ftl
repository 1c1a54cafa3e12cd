# Toutes les pages
brand = Majlis
skip-to-content = Aller au contenu
language-navigation = Langue
room-navigation = Rubriques
crumbs-navigation = Où vous êtes
my-account = Mon compte
sign-in = Se connecter
sign-out = Se déconnecter
footer-purpose = Majlis travaille sur des programmes, des institutions et des agrégats, jamais sur des dossiers de personnes.

# Éléments
interval = { $value } · { $range }
show-as-table = Afficher en tableau
cell-hidden = masqué
written-in-ar = Rédigé en arabe
written-in-fr = Rédigé en français
written-in-en = Rédigé en anglais
translation-reviewed = traduction relue
translation-unreviewed = traduction non relue
handling-clear = Toute personne pourra voir ceci.
handling-green = Les institutions partenaires le verront ; cela ne doit pas être rendu public.
handling-amber = Les institutions concernées le verront et, en leur sein, celles et ceux qui ont besoin d’en connaître.
handling-amber-strict = Seule cette institution le verra et, en son sein, celles et ceux qui ont besoin d’en connaître.
handling-red = Seules les personnes nommées le verront.
handling-audience = Destinataires : { $audience }.
notice-info = Pour information.
notice-warn = À noter.
notice-error = Cela n’a pas abouti.
progress-label = Avancement
progress-share = { NUMBER($share, style: "percent") } effectués
progress-leave = Vous pouvez quitter cette page : le travail se poursuit et le résultat vous attendra ici.
progress-refresh = Actualiser
pages-navigation = Pages
pages-before = Page précédente
pages-after = Page suivante
pages-here = Page { $page } sur { $pages }
form-optional = (facultatif)
form-happened = { $count ->
    [one] Un champ est à revoir.
   *[other] { $count } champs sont à revoir.
}
form-kept = Ce que vous avez écrit est conservé ; seuls les mots de passe sont à ressaisir.

# Page d’accueil
home-title = Du savoir de plusieurs institutions, une stratégie
home-lead = Majlis conduit des consultations, recueille les avis d’experts, évalue les programmes et relie chaque recommandation aux votes, aux avis et aux preuves qui la fondent.
home-limit-title = Là où il s’arrête
home-limit = Aucun fichier, aucune note, aucune liste de personnes, quel que soit le réglage.
home-limit-more = Ce que Majlis refuse
home-published-title = Ouvert à toutes et à tous
home-published-none = Rien n’est encore publié ici.
home-published-todo = Les consultations et leurs résultats paraîtront ici dès qu’une institution les publiera.
home-how-title = Comment cela fonctionne
home-ask = Demander
home-ask-text = Une institution pose une question : où sommes-nous d’accord, qu’est-ce qui marche, que manque-t-il ?
home-collect = Recueillir
home-collect-text = Citoyens, experts et institutions contribuent, chacun dans sa langue.
home-run = Analyser
home-run-text = Une analyse déclarée répond ; les mêmes données donnent toujours le même résultat.
home-publish = Publier
home-publish-text = Le résultat tient en une phrase, avec son degré de certitude, même quand les données ne permettent pas de conclure.
home-link = Relier
home-link-text = Une recommandation repose sur ces résultats et signale quand l’un d’eux change.

# Ce qui attend un membre
desk-title = Ce qui vous attend
desk-lead = { $count ->
    [0] Rien ne vous attend aujourd’hui.
    [one] <b>Une chose</b> vous attend.
   *[other] <b>{ $count } choses</b> vous attendent.
}
desk-room-none = Rien ne vous attend ici.
desk-no-room = Aucune rubrique n’est encore ouverte ici.
desk-no-room-todo = Un administrateur ouvre les rubriques dont l’institution a besoin.
desk-no-member = Votre compte n’est encore rattaché à aucune institution.
desk-no-member-todo = Demandez à l’administrateur de votre institution de vous ajouter ; inutile de vous inscrire à nouveau.

# Compte
account-lead = Vous êtes connecté·e en tant que { $name }.
account-institutions = Vos institutions
account-no-role = aucun rôle pour l’instant
account-access = Votre connexion
account-email = Adresse électronique
account-password = Mot de passe
account-password-note = douze caractères au moins
account-second-step = Seconde étape à la connexion
account-second-step-on = activée
account-second-step-off = non activée
role-administrator = Administrateur·rice
role-organiser = Organisateur·rice
role-rapporteur = Rapporteur·e
role-moderator = Modérateur·rice
role-clerk = Greffier·ère
role-expert = Expert·e
role-analyst = Analyste
role-auditor = Auditeur·rice
role-reader = Lecteur·rice

# Connexion
login-title = Connexion
login-lead = Les comptes sont ouverts par l’administrateur de chaque institution.
login-remember = Rester connecté sur cet appareil
login-forgotten = Mot de passe oublié ?
login-passkey = Se connecter avec une clé d’accès
login-code = M’envoyer un code de connexion
login-or = Autre moyen
logout-title = Déconnexion
logout-lead = Ce que vous avez enregistré reste ici. Déconnectez-vous dès que d’autres utilisent cet appareil.

# Ce que Majlis refuse
refuses-title = Ce que Majlis refuse
refuses-lead = Ces limites font partie du logiciel. Aucun réglage, aucun rôle, aucune extension ne les lève.
refuses-why-title = Pourquoi elles sont là
refuses-why = Qui est invité à contribuer doit savoir ce que l’on ne fera jamais de sa réponse. Les refus sont comptés et publiés, jamais leur contenu.
refuses-score = Aucune note attribuée à une personne
refuses-score-text = Rien ici ne calcule, ne conserve ni n’accepte une valeur de risque, de menace ou de radicalisation au sujet d’une personne.
refuses-list = Aucune liste de noms
refuses-list-text = Majlis ne reçoit ni n’émet l’identité, les documents, le véhicule, le téléphone ou l’adresse d’une personne.
refuses-rows = Aucune donnée personnelle ne quitte son institution
refuses-rows-text = Les données individuelles sont lues là où elles sont détenues. Seuls sortent les agrégats nécessaires à la question.
refuses-small = Aucun petit effectif
refuses-small-text = Un chiffre qui repose sur trop peu de personnes reste masqué dans les tableaux, les figures et les fichiers, et ne se retrouve pas par soustraction.
refuses-belief = Ni croyances ni origines
refuses-belief-text = Aucun champ n’enregistre la religion, l’origine ou les opinions d’un participant, d’un votant ou d’une communauté.
refuses-voter = Aucun votant exposé
refuses-voter-text = Une fois la consultation close, personne ne peut savoir qui a voté quoi, pas même un administrateur.
refuses-originator = Aucun partage à l’insu de l’auteur
refuses-originator-text = Les conditions fixées par l’institution émettrice suivent chaque copie, chaque citation et chaque traduction de son texte.
refuses-machine = Aucune décision prise par une machine
refuses-machine-text = Le logiciel compte, propose et montre. Adopter, publier et partager sont les actes d’une personne nommée, qui les motive.
refuses-claim = Aucune affirmation plus forte que les données
refuses-claim-text = Trop peu de cas ne deviennent jamais « cela marche ». Majlis dit alors que les données ne permettent pas de conclure, aussi visiblement qu’un succès.
refuses-hidden = Aucune trace effacée
refuses-hidden-text = Chaque acte est inscrit dans un registre que l’on ne peut réécrire sans que cela se voie, et qu’un auditeur peut lire à tout moment.

# Erreurs
error-number = Erreur { $code }
error-kept = Ce qui est conservé
error-todo = Que faire
error-home = Vers l’accueil
error-400-title = Cette demande n’a pas pu être lue
error-400-happened = Un élément manque ou est endommagé.
error-400-kept = Rien n’a été modifié.
error-400-todo = Revenez à la page précédente et réessayez. Si l’adresse a été copiée, vérifiez qu’elle est complète.
error-403-title = Cette page ne vous est pas ouverte
error-403-happened = La page existe, mais votre rôle ou son code de traitement ne vous permet pas de la voir.
error-403-kept = Rien n’a été modifié et aucun contenu n’a été montré.
error-403-todo = Connectez-vous avec le bon compte, ou demandez à l’administrateur de votre institution le rôle nécessaire.
error-403-csrf-title = Ce formulaire n’a pas pu être accepté
error-403-csrf-happened = Le formulaire est resté ouvert trop longtemps, ou le navigateur refuse les cookies qui le protègent.
error-403-csrf-kept = Rien n’a été envoyé. Ce que vous avez écrit se trouve encore dans le formulaire, à la page précédente.
error-403-csrf-todo = Revenez en arrière, copiez par précaution un texte long, rechargez la page et envoyez à nouveau.
error-404-title = Il n’y a pas de page à cette adresse
error-404-happened = Elle a pu être déplacée, retirée ou mal saisie.
error-404-kept = Ce qui est publié garde son adresse ; ce qui est retiré garde sa trace au registre.
error-404-todo = Vérifiez l’adresse ou repartez de l’accueil.
kept-signed-out = Votre session s’est terminée avant l’enregistrement.
kept-title = Rien n’est enregistré, et vos mots sont là
kept-kept = Tout ce que vous avez écrit se trouve ci-dessous.
kept-todo = Copiez-le, puis connectez-vous et revenez à la page.
kept-words = Ce que vous avez écrit ({ $number })
error-500-title = Une panne s’est produite de notre côté
error-500-happened = La page n’a pas pu être produite. Vous n’y êtes pour rien.
error-500-kept = Tout ce qui était enregistré est en sûreté ; la dernière opération n’a pas été exécutée à moitié.
error-500-todo = Réessayez dans une minute. Si cela se reproduit, indiquez à votre administrateur l’heure et l’adresse de cette page.

# Règles qui disent non
is-empty = Cet espace de travail est déjà en service.
is-signed-in = Il faut être connecté pour cela.
may-administer = Seul un administrateur de cette institution peut faire cela.
may-admit = Seul un administrateur de l’institution qui héberge cet espace peut y admettre une autre institution.
may-run = Seules les personnes qui organisent, rapportent ou analysent dans cette institution peuvent lancer une analyse.
run-withheld = Le résultat repose sur trop peu de personnes et n’est pas communiqué.
run-bad-input = Les données de cette question ne sont pas utilisables en l’état.
run-not-possible = L’analyse n’a pas pu être menée sur ces données.
run-fault = L’analyse a échoué de notre côté ; les données sont intactes.

needs-mail-title = Un administrateur de votre institution vous aide
needs-mail-text = Cet espace n’envoie pas de courrier. Si vous avez oublié votre mot de passe, ou si votre adresse a changé, demandez à un administrateur de votre institution : il crée un lien sur lequel vous choisissez un nouveau mot de passe.
needs-mail-last = Si vous êtes le seul administrateur, la personne qui gère la machine crée ce lien avec la commande « majlis password ».
members-title = Membres
members-lead = Qui peut se connecter pour votre institution, et ce que chacun peut faire.
members-roles = Rôles
members-add = Faire entrer quelqu’un
members-add-do = Ajouter et créer un lien
members-roles-do = Enregistrer les rôles
members-changed = Enregistré. Cela vaut dès la prochaine page que cette personne ouvre.
members-suspended = suspendu
members-access = Connexion
members-access-text = Un lien permet à cette personne de choisir un nouveau mot de passe, une fois, dans la journée. D’ici là, l’ancien reste valable. La suspension empêche de se connecter ; les rôles et tout ce qui a été écrit restent.
members-suspended-text = Cette personne ne peut pas se connecter. Ses rôles et tout ce qu’elle a écrit sont conservés.
members-link-do = Créer un lien de mot de passe
members-suspend-do = Suspendre
members-resume-do = Rétablir l’accès
members-link-title = Remettez ce lien
members-link-text = Il n’est affiché que cette fois, sert une fois, dans la journée, et permet à qui le détient de choisir le mot de passe. Remettez-le en main propre ou par une voie sûre.
last-administrator = L’institution a besoin d’un administrateur qui puisse se connecter : donnez d’abord ce rôle à quelqu’un d’autre. Rien n’a changé.
auditor-stays = Un administrateur ne peut ni retirer le rôle d’un auditeur ni le suspendre. Rien n’a changé.
member-suspended = Cette personne est suspendue : rétablissez d’abord son accès, puis créez un lien. Rien n’a changé.
may-administer-member = Seul un administrateur de l’institution de ce membre peut faire cela.

# Ce qui s’écrit en trois langues, et ce que disent les sources
may-record = Seuls les organisateurs et les administrateurs de l’institution peuvent noter des sources.
may-claim = Seuls les organisateurs et les administrateurs de l’institution peuvent noter ce que disent les sources.
may-change-claim = Seuls les organisateurs et les administrateurs de l’institution peuvent corriger ou retirer ceci.
changed-meanwhile = Quelqu’un d’autre a modifié ceci depuis que vous l’avez ouvert.
nothing-to-see = Il n’y a rien à lire ici.
seen-by = Qui le verra
save = Enregistrer
trilingual-original = Langue de l’original
trilingual-reviewed = Les traductions ont été relues
trilingual-original-missing = C’est la langue de l’original : écrivez le texte ici, ou choisissez un autre original.
