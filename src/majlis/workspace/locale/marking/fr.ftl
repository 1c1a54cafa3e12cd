### Marquage : ce qu’un formulaire demande sur le traitement de ce qui est écrit

marking-more = Autres précisions sur l’usage : finalités, base juridique, actions permises, codes de traitement, terme
marking-named-help = Là où seule votre institution le verrait, ils le voient aussi. Sinon, il leur est réservé ainsi qu’à votre institution.
marking-people = Membres de votre institution
marking-people-help = Au niveau le plus strict, ils le voient avec vous et les lecteurs désignés ; aux autres niveaux, ils le voient de toute façon.
marking-purposes = Il peut servir à
marking-purposes-help = Rien de choisi : toute finalité. Ce qui est tiré de plusieurs éléments ne peut servir qu’à ce que tous permettent.
marking-basis = Base juridique
marking-basis-help = Une par ligne, par exemple un article de loi ou un accord. Elle accompagne tout ce qui en est tiré.
marking-pap = Ce qu’on peut en faire (PAP)
marking-codes = Codes de traitement
marking-expires = Jusqu’au
marking-expires-help = Passé ce jour, personne ne le voit et son texte est supprimé.
marking-expires-over = Ce jour est passé.
marking-strict = AMBER+STRICT reste dans une seule institution et ne nomme personne d’autre.
marking-of-others = Il provient aussi d’autres institutions, qui doivent donner leur accord avant que davantage de personnes le voient : demandez une levée sur la page de son traitement.
marking-narrowed = Une institution d’origine a restreint la diffusion de cet élément, et un formulaire ne la rouvre pas. Rien n’a été enregistré ; votre saisie est conservée ici. Demandez une levée sur la page de sa diffusion.
pap-clear = Rien ne limite ce qu’on peut en faire.
pap-green = On peut agir ouvertement sur cette base, avec précaution.
pap-amber = On ne peut le vérifier que par des moyens dont les intéressés ne s’aperçoivent pas.
pap-red = On peut le lire, sans rien en faire d’autre dont quelqu’un pourrait s’apercevoir.
who-basis = Il repose sur : { $basis }.
