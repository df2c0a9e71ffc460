#include "indexer/wording/notice_phrases.h"

#include <algorithm>

#include "common/text/utf8.h"

namespace dateline {

namespace {

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

/// "more in" does not begin "more information".
bool ends_word(std::string_view line, std::size_t length) {
    return length == line.size() || !is_letter(line[length - 1]) || !is_letter(line[length]);
}

}  // namespace

PhraseTable::PhraseTable(std::string_view phrases) {
    while (!phrases.empty()) {
        const std::size_t end = std::min(phrases.find_first_of("|\n"), phrases.size());
        if (const std::string_view phrase = trim(phrases.substr(0, end)); !phrase.empty()) {
            by_first_byte_[phrase.front()].push_back(phrase);
            whole_.insert(phrase);
        }
        phrases.remove_prefix(std::min(phrases.size(), end + 1));
    }
}

bool PhraseTable::contains(std::string_view line) const { return whole_.contains(line); }

bool PhraseTable::begins(std::string_view line) const {
    const auto found = line.empty() ? by_first_byte_.end() : by_first_byte_.find(line.front());
    return found != by_first_byte_.end() && std::ranges::any_of(found->second, [line](std::string_view phrase) {
               return line.starts_with(phrase) && ends_word(line, phrase.size());
           });
}

const PhraseTable& lone_lines() {
    static const PhraseTable table(
        R"(
article content | reload the page to try again. | this video could not be played.
reload the page to try again | this video could not be played
advertisement | sponsor message | advertising | ad | ads | sponsored | sponsored content | paid post
promoted | advertisement - scroll to continue | story continues below advertisement
article continues below this ad | article continues after ad
article continues below advertisement | continue reading below | continue reading
continue reading the main story | skip advertisement | loading | loading... | share
share this | share this article | share article | share this story | share on facebook
share on twitter | share page | share via email | tweet | facebook | twitter | whatsapp
linkedin | reddit | pinterest | email | e-mail | print | save | x | flipboard | telegram
instagram | youtube | tiktok | email this article | print this article | copy link | copy
copied | link copied | link copied! | copy url | copied! | about sharing | close
close panel | open | subscribe | subscribe now | log in | login | sign in | sign up
register | join | menu | search | home | next | previous | back | play | pause | mute
listen | listen to this article | listen now | watch | watch now | video | gallery | photos
expand | enlarge | enlarge image | view gallery | toggle caption | hide caption | image
see more | show more | view more | more | reply | like | follow | follow us | follow
comment | options | font size | text size | a a a | bookmark | gift | gift this article
download | rss | notifications | jump to | on this page | in this article
table of contents | contents | top of page | back to top | read aloud | article
this article is more than 1 year old | live | breaking | new | updated | end of list
just in | load more | toggle navigation | open menu | close menu | main navigation
navigation
)"
        // Newsletters
        R"(
view in browser | view in your browser | view this email in your browser | view online
view this email online | read online | unsubscribe | manage preferences
manage your preferences | update preferences | update your preferences | email preferences
forward to a friend | im browser ansehen | im browser öffnen | im browser lesen | abmelden
abbestellen | newsletter abbestellen | vom newsletter abmelden | voir en ligne
voir dans le navigateur | version en ligne | se désabonner | se désinscrire | me désabonner
ver en el navegador | ver en línea | darse de baja | cancelar suscripción
cancelar la suscripción | ver no navegador | cancelar inscrição | visualizza nel browser
annulla iscrizione | bekijk in browser | uitschrijven | afmelden | отписаться
)"
        // German
        R"(
anzeige | werbung | teilen | drucken | merken | vorlesen | artikel teilen | merkliste
kommentieren | kommentare lesen | zur startseite | startseite | zum inhalt springen
anmelden | einloggen | abonnieren | hauptmenü | suche | schließen | mehr | bild vergrößern
per mail | link kopieren | artikel anhören | inhalt | zum teilen hier klicken | newsletter
)"
        // French
        R"(
publicité | passer la publicité | partager | imprimer | réagir | copier le lien | lien copié
lien copié ! | s'abonner | s’abonner | se connecter | envoyer | sauvegarder | lire aussi
accueil | rechercher | fermer | écouter | sommaire | commenter | offrir l'article
offrir l’article
)"
        // Spanish, Portuguese, Italian
        R"(
publicidad | compartir | imprimir | enviar | guardar | copiar enlace | copiar link
suscríbete | iniciar sesión | cerrar | buscar | inicio | comentar | publicidade
compartilhar | partilhar | assine | entrar | fechar | ouvir | copiado | pubblicità
condividi | stampa | salva | abbonati | accedi | ascolta | commenta | chiudi
)"
        // Dutch, Nordic
        R"(
advertentie | delen | deel | reclame | annonse | annons | annonce | del | dela | mainos
jaa | gem artikel | del artikel | lyssna | kopier lenke | kopiera länk
)"
        // Polish, Czech, Hungarian, Romanian, Turkish, Greek
        R"(
reklama | udostępnij | drukuj | sdílet | hirdetés | megosztás | publicitate | distribuie
reklam | paylaş | yazdır | διαφήμιση | κοινοποίηση
)"
        // Russian, Ukrainian
        R"(
реклама | поделиться | поделиться в | распечатать | печать | скопировать ссылку
ссылка скопирована | подписаться | войти | поділитися | комментировать | читать далее
)"
        // Arabic, Hebrew, Persian
        R"(
إعلان | شارك | مشاركة | طباعة | نسخ الرابط | שתפו | פרסומת
)"
        // Chinese, Japanese, Korean, Thai
        R"(
广告 | 廣告 | 分享 | 分享到 | 分享至 | 打印 | 列印 | 关闭窗口 | 收藏 | 讚 | 赞 | 字号 | 広告 | 印刷する | メールで送る | シェア
シェアする | ツイート | 保存 | 印刷 | 공유 | 공유하기 | 인쇄 | 광고 | โฆษณา | แชร์ | แบ่งปัน
)");
    return table;
}

const PhraseTable& line_beginnings() {
    static const PhraseTable table(
        R"(
skip to | skip next | jump to content | share this: | share this article | share on 
share to  | click to share | click here to share | click to expand | click here to
(a new window opens | sign up for | sign up to | sign up here | subscribe to 
get the latest | follow our | follow us on | follow us at | download the app | download our app
listen to this | loading the  | estimated read | reading time | read time
estimated reading | this video is | your browser does not | please enable | javascript is
enable javascript | we use cookies | this site uses cookies | this website uses cookies
by clicking | by signing up | by subscribing | by submitting | you can unsubscribe
already a subscriber | already have an account | support our journalism | become a member
gift article | add us as | add as a preferred | follow on google | make us preferred
scroll to continue | story continues | article continues | originally published
first published | opens in new window | this content is hosted | this content is provided by
to view this content | view image in fullscreen | printed from | photos by | e-mail this
email this | print this | send this | ohne javascript | zum teilen | lesezeit | lesedauer
per facebook | hier klicken | zur merkliste | jetzt abonnieren | jetzt anmelden
lesen sie auch: | temps de lecture | aller au contenu | aller au menu | aller à la
cet article vous est offert | inscrivez-vous | recevez  | votre abonnement
réservé aux abonnés | article réservé | tiempo de lectura | suscríbete | ir al contenido
saltar al contenido | tempo de leitura | tempo di lettura | pular para o conteúdo | lectura:
leestijd | läsning | lukuaika | czas czytania | okuma süresi | время чтения | перейти к
подписывайтесь | подпишитесь | читайте нас | следите за | 分享到 | 字号 | 字體 | 跳到主要 | 本文へ移動
ข้ามไปยัง | 【打印】 | 责任编辑 | （责任编辑 | (责任编辑 | 責任編輯 | この記事は会員 | 会員登録
)");
    return table;
}

const PhraseTable& teaser_beginnings() {
    static const PhraseTable table(
        R"(
read more: | read more : | also read | read also | also read: | read: | read next:
see also | see also: | related: | related article | related story: | more:
more on this: | must read | don't miss | don’t miss | recommended: | watch: | listen:
| | [read | [related | [also | (read more | (read: | (also read
read the full | in pictures: | explained: | required reading | up next | up next:
next read | more coverage | go deeper | editor's note: sign up | dig deeper
from the archives | for more on | click here for | click here to read | check out:
see more: | lesen sie auch | lesen sie mehr | mehr zum thema | mehr dazu | auch interessant
lesen sie hier | siehe auch | mehr: | »  | passend dazu | à lire aussi | lire aussi
à lire également | a lire aussi | a lire également | à voir aussi | voir aussi | lire :
lire également | >> à lire | pour aller plus loin | lea también | lee también | leer también
te puede interesar | le puede interesar | más información: | ver también | leia também
leia mais | veja também | saiba mais | leggi anche | leggi: | per approfondire | lees ook
læs også | les også | läs också | läs mer | lue myös | czytaj też | czytaj także
zobacz też | zobacz także | čtěte také | přečtěte si | citește și | citeşte şi
ayrıca okuyun | διαβάστε επίσης | olvasta már | kapcsolódó | читайте также | читать также
читайте: | смотрите также | см. также | читайте також | اقرأ أيضا | إقرأ أيضا | اقرأ أيضًا
شاهد أيضا | اقرأ المزيد | 延伸閱讀 | 延伸阅读 | 相关阅读： | 【関連 | 関連記事： | あわせて読みたい | ▶ | อ่านเพิ่มเติม
ข่าวที่เกี่ยวข้อง
baca juga | baca: | simak juga | xem thêm | >>> | &gt;
)");
    return table;
}

const PhraseTable& related_headings() {
    static const PhraseTable table(
        R"(
related | related articles | related article | related stories | related story
related news | related content | related posts | related links | related topics
related coverage | related reading | related video | related videos | related sites
related items | recommended | recommended stories | recommended for you
recommended articles | recommended reading | recommended videos | editors' recommendations
editors’ recommendations | editors' picks | editor's picks | editors’ picks | editor’s picks
more on this story | more from this section | more stories | more news | more for you
more coverage | most read | most popular | most viewed | most recent | most shared | popular
popular stories | popular articles | popular now | popular posts | trending | trending now
trending stories | trending articles | trending news | top stories | top news | latest
latest news | latest stories | latest articles | latest posts | latest headlines
recent posts | recent articles | recent stories | recent news | recent comments
you may like | you may also like | you might like | you might also like
you might be interested in | you may be interested in | also of interest | read next
up next | next up | next article | previous article | next post | previous post | next story
what to read next | what's next | keep reading | read more | see also | also read
don't miss | don’t miss | must read | must reads | from our partners | from around the web
around the web | sponsored stories | promoted stories | paid content | featured
featured stories | featured articles | featured videos | breaking news | in other news
in this series | story stream | top videos | watch next | today's top stories
more like this | similar articles | similar stories | similar posts | further reading
explore more | other stories | other news | elsewhere | hot topics | key points
explore more on these topics | you may have missed | stories for you | discover more
more to read | more to explore | suggested | suggested reading | articles | stories
mehr zum thema | mehr zu | verwandte artikel | verwandte themen
das könnte sie auch interessieren | das könnte dich auch interessieren | auch interessant
lesen sie auch | meistgelesen | meistgelesene artikel | meistgelesene | weitere artikel
weitere themen | weitere meldungen | weitere nachrichten | mehr aus | themen | schlagworte
aktuelle nachrichten | aktuelles | empfehlungen | ähnliche artikel | neueste artikel
beliebte artikel | redaktionsempfehlungen | mehr themen | mehr nachrichten
sur le même sujet | à lire aussi | lire aussi | articles liés | articles similaires
les plus lus | les plus lues | le plus lu | plus lus | la rédaction vous conseille
la rédaction vous recommande | dans la même rubrique | à la une | nos recommandations
en direct | vidéos | à découvrir | à ne pas manquer | articles recommandés | sujets associés
dernières actualités | contenus sponsorisés | noticias relacionadas | artículos relacionados
lo más leído | lo más visto | más noticias | más leídas | más leídos | últimas noticias
te puede interesar | le puede interesar | también te puede interesar | relacionados
relacionadas | te recomendamos | temas relacionados | en portada | archivado en
notícias relacionadas | artigos relacionados | mais lidas | mais lidos | leia também
leia mais | veja também | veja mais | últimas notícias | articoli correlati | leggi anche
i più letti | più letti | ultime notizie | potrebbe interessarti | potrebbero interessarti
lees ook | meest gelezen | meer nieuws | gerelateerde artikelen | læs også | mest læste
mest lest | les også | mest läst | läs mer | läs också | senaste nytt | luetuimmat
lue myös | lisää aiheesta | czytaj także | czytaj też | najczęściej czytane | najnowsze
powiązane | zobacz także | polecane | související | související články | nejčtenější
legolvasottabb | kapcsolódó cikkek | citește și | ilgili haberler | çok okunanlar
son dakika | σχετικά άρθρα | περισσότερα | читайте также | по теме | материалы по теме
самое читаемое | популярное | похожие новости | другие новости | последние новости
новости партнеров | новости по теме | главное | ещё по теме | еще по теме | лента новостей
сейчас читают | рекомендуем | читайте також | останні новини | اقرأ أيضا | اقرأ أيضاً
مواضيع ذات صلة | أخبار ذات صلة | الأكثر قراءة | موضوعات ذات صلة | آخر الأخبار | כתבות נוספות
مطالب مرتبط | 相关阅读 | 相关新闻 | 相關新聞 | 相关报道 | 延伸阅读 | 延伸閱讀 | 推荐阅读 | 热门新闻 | 熱門新聞 | 热点新闻 | 热门 | 最新
最新新闻 | 最新消息 | 編輯推薦 | 編輯精選 | 更多新聞 | 你可能还喜欢 | 相關文章 | 関連記事 | 関連ニュース | 関連キーワード | 関連リンク | 関連タグ
おすすめ | おすすめ記事 | おすすめ情報 | 人気記事 | ランキング | アクセスランキング | あわせて読みたい | 新着 | 新着記事 | 一覧 | 記事一覧
最新ニュース | 관련기사 | 관련 기사 | 많이 본 뉴스 | 주요 뉴스 | 인기기사 | อ่านเพิ่มเติม | ข่าวที่เกี่ยวข้อง
ข่าวล่าสุด | baca juga | berita terkait | terpopuler | berita terkini | tin liên quan
xem thêm
)");
    return table;
}

const PhraseTable& related_beginnings() {
    static const PhraseTable table(
        R"(
more from | more in  | more about | more on  | mehr aus | mehr zu  | plus d'articles
más sobre | mais sobre | altri articoli | read more from | latest from | most read in
most popular in | most viewed in | top stories in | related to this | here are more
you may also | you might also | recommended from | list of  | the latest in
further reading
)");
    return table;
}

const PhraseTable& end_lines() {
    static const PhraseTable table(
        R"(
comments | view comments | show comments | read comments | load comments | leave a comment
leave a reply | post a comment | add a comment | write a comment | add comment
join the conversation | join the discussion | have your say | be the first to comment
no comments | 0 comments | 1 comment | comments are closed | conversation | loading comments
what do you think | discussion | reader comments | your comment | about the author
about the authors | about author | about the writer | author | author bio | written by
the author | meet the author | about us | contact us | terms of use | terms of service
terms & conditions | terms and conditions | privacy policy | privacy notice | privacy
cookie policy | cookie settings | manage cookies | advertise with us | site map | sitemap
footer | all rights reserved | back to top | report a typo | report an error
report a correction or typo | suggest a correction | submit a correction | get in touch
reuse this content | follow us on social media | company | sign up for our newsletter
newsletter sign up | sign up for newsletters | get news updates | stay informed
stay connected | subscribe to our newsletter | newsletter signup | get our newsletter
join our newsletter | sign up to our newsletter | related topics | tags | topics
filed under | category | categories | most viewed | you may like these | from our partners
notes | contact | kommentare | kommentar schreiben | kommentar verfassen
schreibe einen kommentar | diskutieren sie mit | impressum | datenschutz
datenschutzerklärung | agb | über uns | kontakt | zur startseite | zum autor
über den autor | commentaires | réagir à cet article | laisser un commentaire
mentions légales | plan du site | qui sommes-nous | nous contacter
politique de confidentialité | à propos de l'auteur | 0 commentaire | comentarios
comentários | deja un comentario | deja una respuesta | deixe um comentário
deixe uma resposta | aviso legal | política de privacidad | política de privacidade
quiénes somos | commenti | lascia un commento | note legali | chi siamo | etiquetas | temas
mais sobre | reacties | kommentarer | kommentit | komentarze | dodaj komentarz | komentáře
hozzászólások | comentarii | yorumlar | yorum yap | yorum yaz | σχόλια | комментарии
комментарий | оставить комментарий | обсуждение | добавить комментарий | коментарі
обсудить | теги | контакты | о нас | реклама на сайте | التعليقات | تعليقات | أضف تعليق
اترك تعليقا | اتصل بنا | من نحن | תגובות | 评论 | 評論 | 留言 | 发表评论 | 关于我们 | 联系我们 | 版权所有 | コメント
コメントを書く | お問い合わせ | 利用規約 | プライバシーポリシー | 会社概要 | 댓글 | 회사소개 | ความคิดเห็น | ติดต่อเรา | komentar
tinggalkan komentar | bình luận | shopping
)");
    return table;
}

const PhraseTable& end_beginnings() {
    static const PhraseTable table(
        R"(
© | copyright | (c) 20 | (c) 19 | all rights reserved | © 20 | terms of use
leave a comment | leave a reply | sign up for our newsletter | sign up for the
post a comment | your email address will not | notify me of | save my name, email
comments ( | comments: | this site is protected by | this site uses akismet
more from the author | about the author | show comments | view comments | view all comments
hide comments | filed under | tagged: | tagged with | tags: | tag: | topics:
related topics: | categories: | posted in | post tags | for more information, visit our
send tips to | contact the author | contact the reporter | contact us | join our
get our daily | join the conversation | do you have a story | got a tip | have a tip
have a story | we want to hear from you | write to us at | report an error | report a typo
found an error | help us improve | was this article helpful | did you find this article
sources: | alle rechte vorbehalten | tous droits réservés | todos los derechos
todos os direitos | tutti i diritti | alle rechten | все права защищены
при использовании материалов | 使用条款 | 版权所有 | copyright © | 無断転載 | ⓒ | 저작권자 | 무단전재 | لا يجوز
جميع الحقوق | สงวนลิขสิทธิ์ | hak cipta | schlagwörter: | etiquetas: | mots-clés | mots clés
tag correlati | temas: | теги: | источник: | ключевые слова | 標籤 | 标签： | 関連タグ | #
)");
    return table;
}

const PhraseTable& closing_beginnings() {
    static const PhraseTable table(
        R"(
follow us | follow me | follow the | follow him | follow her | follow them | sign up | subscribe to
get our | get the latest | like this story | liked this | enjoyed this | share your | tell us
let us know | download our | download the | join our | contact us | contact the | email us | write to us
send us | read more | more information | for more information | for the latest | for all the latest
all the latest | stay up to date | check out our | listen to | watch the | disclaimer | copyright | comments are closed
this article was originally | this story was originally | this article originally | this story originally
originally published | this article first appeared | first published | cross-posted | the post
your subscription | thank you for subscribing | click here | visit our | support our | help us
if you purchase | we may earn | we may receive | this post contains affiliate
folgen sie | abonnieren sie | melden sie sich | jetzt anmelden | mehr informationen | weitere informationen
suivez | abonnez-vous | inscrivez-vous | recevez | retrouvez | téléchargez | pour en savoir plus
síguenos | sigue a | suscríbete | recibe | siga a | siga o | siga-nos | inscreva-se | assine
seguici | iscriviti | volg ons | følg | följ | obserwuj | sledujte | takip | abone
подписывайтесь | подпишитесь | следите | читайте | фото | фото:
)");
    return table;
}

}  // namespace dateline
