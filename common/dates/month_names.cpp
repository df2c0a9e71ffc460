#include "common/dates/month_names.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace dateline {

namespace {

/// The twelve months of one language or spelling; "" where it is written as in a row above.
using Months = std::array<std::string_view, 12>;

constexpr std::array month_rows{
    // English
    Months{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
           "december"},
    // English, short
    Months{"jan", "feb", "mar", "apr", "", "jun", "jul", "aug", "sep", "oct", "nov", "dec"},
    // English, agency style
    Months{"", "", "", "", "", "", "", "", "sept", "", "", ""},
    // German
    Months{"januar", "februar", "märz", "", "mai", "juni", "juli", "", "", "oktober", "", "dezember"},
    // German, Austrian and short
    Months{"jänner", "feber", "mrz", "", "", "", "", "", "", "okt", "", "dez"},
    // French
    Months{"janvier", "février", "mars", "avril", "", "juin", "juillet", "août", "septembre", "octobre", "novembre",
           "décembre"},
    // French, short and unaccented
    Months{"janv", "févr", "", "avr", "", "", "juil", "aout", "", "", "", "déc"},
    // French, unaccented
    Months{"", "fevrier", "", "", "", "", "", "", "", "", "", "decembre"},
    // French, short, other
    Months{"", "fév", "", "", "", "", "", "aoû", "", "", "", ""},
    // Spanish
    Months{"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
           "noviembre", "diciembre"},
    // Spanish, short
    Months{"ene", "", "", "abr", "", "", "", "ago", "setiembre", "", "", "dic"},
    // Portuguese
    Months{"janeiro", "fevereiro", "março", "", "maio", "junho", "julho", "", "setembro", "outubro", "novembro",
           "dezembro"},
    // Portuguese, short
    Months{"", "fev", "", "", "", "", "", "", "set", "out", "", ""},
    // Italian
    Months{"gennaio", "febbraio", "", "aprile", "maggio", "giugno", "luglio", "", "settembre", "ottobre", "",
           "dicembre"},
    // Italian, short
    Months{"gen", "", "", "", "mag", "giu", "lug", "", "", "ott", "", ""},
    // Catalan
    Months{"gener", "febrer", "març", "", "maig", "juny", "juliol", "agost", "setembre", "", "", "desembre"},
    // Dutch
    Months{"januari", "februari", "maart", "", "mei", "", "", "augustus", "", "", "", ""},
    // Dutch, short
    Months{"", "", "mrt", "", "", "", "", "", "", "", "", ""},
    // Swedish
    Months{"", "", "", "", "maj", "", "", "augusti", "", "", "", ""},
    // Danish and Norwegian
    Months{"", "", "marts", "", "", "", "", "", "", "", "", "desember"},
    // Norwegian, short
    Months{"", "", "", "", "", "", "", "", "", "", "", "des"},
    // Finnish
    Months{"tammikuuta", "helmikuuta", "maaliskuuta", "huhtikuuta", "toukokuuta", "kesäkuuta", "heinäkuuta", "elokuuta",
           "syyskuuta", "lokakuuta", "marraskuuta", "joulukuuta"},
    // Finnish, nominative
    Months{"tammikuu", "helmikuu", "maaliskuu", "huhtikuu", "toukokuu", "kesäkuu", "heinäkuu", "elokuu", "syyskuu",
           "lokakuu", "marraskuu", "joulukuu"},
    // Estonian
    Months{"jaanuar", "veebruar", "", "aprill", "", "juuni", "juuli", "", "", "oktoober", "", "detsember"},
    // Latvian
    Months{"janvāris", "februāris", "", "aprīlis", "maijs", "jūnijs", "jūlijs", "augusts", "septembris", "oktobris",
           "novembris", "decembris"},
    // Latvian, locative
    Months{"janvārī", "februārī", "martā", "aprīlī", "maijā", "jūnijā", "jūlijā", "augustā", "septembrī", "oktobrī",
           "novembrī", "decembrī"},
    // Lithuanian
    Months{"sausio", "vasario", "kovo", "balandžio", "gegužės", "birželio", "liepos", "rugpjūčio", "rugsėjo", "spalio",
           "lapkričio", "gruodžio"},
    // Polish
    Months{"stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września",
           "października", "listopada", "grudnia"},
    // Polish, nominative
    Months{"styczeń", "luty", "marzec", "kwiecień", "", "czerwiec", "lipiec", "sierpień", "wrzesień", "październik",
           "listopad", "grudzień"},
    // Czech
    Months{"ledna", "února", "března", "dubna", "května", "června", "července", "srpna", "září", "října", "listopadu",
           "prosince"},
    // Slovak
    Months{"januára", "februára", "", "apríla", "mája", "júna", "júla", "augusta", "septembra", "októbra", "novembra",
           "decembra"},
    // Slovene, Serbian, Bosnian
    Months{"januarja", "februarja", "", "aprila", "", "junija", "julija", "avgusta", "", "oktobra", "", ""},
    // Serbian, Latin
    Months{"januara", "februara", "", "", "", "juna", "jula", "", "", "", "", ""},
    // Hungarian
    Months{"január", "február", "március", "április", "május", "június", "július", "augusztus", "szeptember", "október",
           "", ""},
    // Romanian
    Months{"ianuarie", "februarie", "martie", "aprilie", "", "iunie", "iulie", "", "septembrie", "octombrie",
           "noiembrie", "decembrie"},
    // Turkish
    Months{"ocak", "şubat", "mart", "nisan", "mayıs", "haziran", "temmuz", "ağustos", "eylül", "ekim", "kasım",
           "aralık"},
    // Azerbaijani
    Months{"yanvar", "fevral", "", "aprel", "", "iyun", "iyul", "avqust", "sentyabr", "oktyabr", "noyabr", "dekabr"},
    // Albanian
    Months{"janar", "shkurt", "", "prill", "", "qershor", "korrik", "gusht", "shtator", "tetor", "nëntor", "dhjetor"},
    // Greek
    Months{"ιανουαρίου", "φεβρουαρίου", "μαρτίου", "απριλίου", "μαΐου", "ιουνίου", "ιουλίου", "αυγούστου",
           "σεπτεμβρίου", "οκτωβρίου", "νοεμβρίου", "δεκεμβρίου"},
    // Greek, nominative
    Months{"ιανουάριος", "φεβρουάριος", "μάρτιος", "απρίλιος", "μάιος", "ιούνιος", "ιούλιος", "αύγουστος",
           "σεπτέμβριος", "οκτώβριος", "νοέμβριος", "δεκέμβριος"},
    // Russian
    Months{"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
           "декабря"},
    // Russian, nominative
    Months{"январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь",
           "декабрь"},
    // Russian, short
    Months{"янв", "фев", "мар", "апр", "", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"},
    // Russian, short, other
    Months{"", "февр", "", "", "", "", "", "", "сент", "", "нояб", ""},
    // Ukrainian
    Months{"січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня", "жовтня",
           "листопада", "грудня"},
    // Ukrainian, nominative
    Months{"січень", "лютий", "березень", "квітень", "травень", "червень", "липень", "серпень", "вересень", "жовтень",
           "листопад", "грудень"},
    // Belarusian
    Months{"студзеня", "лютага", "сакавіка", "красавіка", "", "чэрвеня", "ліпеня", "жніўня", "верасня", "кастрычніка",
           "лістапада", "снежня"},
    // Bulgarian
    Months{"януари", "февруари", "", "април", "", "юни", "юли", "", "септември", "октомври", "ноември", "декември"},
    // Serbian and Macedonian
    Months{"јануар", "фебруар", "", "", "мај", "јун", "јул", "", "септембар", "октобар", "новембар", "децембар"},
    // Macedonian
    Months{"јануари", "фебруари", "", "", "", "јуни", "јули", "", "", "", "", ""},
    // Arabic
    Months{"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر",
           "ديسمبر"},
    // Arabic, other spellings
    Months{"جانفي", "فيفري", "", "ابريل", "ماي", "يونيه", "يوليه", "اغسطس", "شتنبر", "اكتوبر", "نونبر", "دجنبر"},
    // Arabic, Tunisian and Moroccan
    Months{"", "", "", "إبريل", "", "جوان", "جويلية", "أوت", "", "", "", ""},
    // Arabic, Levantine
    Months{"كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول",
           "تشرين الثاني", "كانون الأول"},
    // Persian (Gregorian)
    Months{"ژانویه", "فوریه", "", "آوریل", "مه", "ژوئن", "ژوئیه", "اوت", "سپتامبر", "اکتبر", "نوامبر", "دسامبر"},
    // Urdu
    Months{"جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون", "جولائی", "اگست", "ستمبر", "", "نومبر", "دسمبر"},
    // Hebrew
    Months{"ינואר", "פברואר", "מרץ", "אפריל", "מאי", "יוני", "יולי", "אוגוסט", "ספטמבר", "אוקטובר", "נובמבר", "דצמבר"},
    // Hebrew, "in"
    Months{"בינואר", "בפברואר", "במרץ", "באפריל", "במאי", "ביוני", "ביולי", "באוגוסט", "בספטמבר", "באוקטובר", "בנובמבר",
           "בדצמבר"},
    // Hindi
    Months{"जनवरी", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर"},
    // Hindi, other spellings
    Months{"", "फरवरी", "", "", "", "", "", "", "सितम्बर", "अक्तूबर", "नवम्बर", "दिसम्बर"},
    // Bengali
    Months{"জানুয়ারি", "ফেব্রুয়ারি", "মার্চ", "এপ্রিল", "মে", "জুন", "জুলাই", "আগস্ট", "সেপ্টেম্বর", "অক্টোবর", "নভেম্বর",
           "ডিসেম্বর"},
    // Thai
    Months{"มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม",
           "พฤศจิกายน", "ธันวาคม"},
    // Thai, short
    Months{"ม.ค", "ก.พ", "มี.ค", "เม.ย", "พ.ค", "มิ.ย", "ก.ค", "ส.ค", "ก.ย", "ต.ค", "พ.ย", "ธ.ค"},
    // Indonesian and Malay
    Months{"", "", "maret", "", "", "", "", "agustus", "", "", "", ""},
    // Malay
    Months{"", "", "mac", "", "", "", "julai", "ogos", "", "", "", "disember"},
    // Swahili
    Months{"", "", "machi", "aprili", "", "", "", "agosti", "septemba", "oktoba", "novemba", "desemba"},
};

constexpr std::array<std::string_view, 127> weekdays{
    // English
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    // English, short
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "tues",
    "thur",
    "thurs",
    // German
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonnabend",
    "sonntag",
    // German, short
    "mo",
    "di",
    "mi",
    "do",
    "fr",
    "sa",
    "so",
    // French
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    // Spanish
    "lunes",
    "martes",
    "miércoles",
    "jueves",
    "viernes",
    "sábado",
    "domingo",
    // Portuguese
    "segunda",
    "terça",
    "quarta",
    "quinta",
    "sexta",
    "feira",
    // Italian
    "lunedì",
    "martedì",
    "mercoledì",
    "giovedì",
    "venerdì",
    "sabato",
    "domenica",
    // Dutch
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
    // Swedish, Danish, Norwegian
    "måndag",
    "tisdag",
    "onsdag",
    "torsdag",
    "fredag",
    "lördag",
    "söndag",
    "mandag",
    "tirsdag",
    "lørdag",
    "søndag",
    // Polish
    "poniedziałek",
    "wtorek",
    "środa",
    "czwartek",
    "piątek",
    "sobota",
    "niedziela",
    // Russian
    "понедельник",
    "вторник",
    "среда",
    "четверг",
    "пятница",
    "суббота",
    "воскресенье",
    "пн",
    "вт",
    "ср",
    "чт",
    "пт",
    "сб",
    "вс",
    // Ukrainian
    "понеділок",
    "вівторок",
    "середа",
    "четвер",
    "пʼятниця",
    "субота",
    "неділя",
    // Turkish
    "pazartesi",
    "salı",
    "çarşamba",
    "perşembe",
    "cuma",
    "cumartesi",
    "pazar",
    // Arabic
    "الاثنين",
    "الإثنين",
    "الثلاثاء",
    "الأربعاء",
    "الخميس",
    "الجمعة",
    "السبت",
    "الأحد",
    // Indonesian
    "senin",
    "selasa",
    "rabu",
    "kamis",
    "jumat",
    "sabtu",
    "minggu",
};

/// One name of the sorted table that is searched.
struct MonthName {
    std::string_view name;
    unsigned month = 0;
};

constexpr std::size_t name_count() {
    std::size_t count = 0;
    for (const Months& row : month_rows) {
        for (const std::string_view name : row) {
            count += name.empty() ? 0U : 1U;
        }
    }
    return count;
}

/// Names sorted when the program is compiled would need more steps than compilers grant: sorted
/// once when first asked.
std::array<MonthName, name_count()> sorted_names() {
    std::array<MonthName, name_count()> names{};
    std::size_t count = 0;
    for (const Months& row : month_rows) {
        for (std::size_t month = 0; month < row.size(); ++month) {
            if (!row.at(month).empty()) {
                names.at(count++) = {row.at(month), static_cast<unsigned>(month) + 1};
            }
        }
    }
    std::ranges::sort(names, {}, &MonthName::name);
    return names;
}

}  // namespace

std::optional<unsigned> month_named(std::string_view lower_case_word) {
    static const auto names = sorted_names();
    const auto found = std::ranges::lower_bound(names, lower_case_word, {}, &MonthName::name);
    return found != names.end() && found->name == lower_case_word ? std::optional(found->month) : std::nullopt;
}

bool is_weekday(std::string_view lower_case_word) {
    return std::ranges::find(weekdays, lower_case_word) != weekdays.end();
}

}  // namespace dateline
