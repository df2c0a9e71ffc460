// A period is brushed on the timeline with mouse, pen or finger: the boxes below it are filled and sent, as if by hand.

const svgNames = "http://www.w3.org/2000/svg";

/** The name of the period so many units behind the first one: 2012-08-29, 2012-08, 2012. */
export function periodAt(unit, first, steps) {
    const [year, month = 1, day = 1] = first.split("-").map(Number);
    const moved = new Date(Date.UTC(2000, month - 1, day));
    moved.setUTCFullYear(year);
    if (unit === "year") moved.setUTCFullYear(year + steps);
    else if (unit === "month") moved.setUTCMonth(month - 1 + steps);
    else moved.setUTCDate(day + steps);
    const iso = moved.toISOString();
    return iso.slice(0, { year: 4, month: 7, day: 10 }[unit]);
}

class Brush {
    constructor(picture, form) {
        this.picture = picture;
        this.form = form;
        this.periods = Number(picture.dataset.periods);
        this.mark = document.createElementNS(svgNames, "rect");
        this.mark.setAttribute("class", "brush");
        this.mark.setAttribute("y", "0");
        this.mark.setAttribute("height", "73");
        picture.addEventListener("pointerdown", (event) => this.begin(event));
        picture.addEventListener("pointermove", (event) => this.move(event));
        picture.addEventListener("pointerup", (event) => this.end(event));
        picture.addEventListener("pointercancel", () => this.stop());
    }

    placeOf(event) {
        const frame = this.picture.getBoundingClientRect();
        const share = (event.clientX - frame.left) / frame.width;
        return Math.min(this.periods - 1, Math.max(0, Math.floor(share * this.periods)));
    }

    begin(event) {
        if (event.button !== 0) return;
        event.preventDefault();
        this.picture.setPointerCapture(event.pointerId);
        this.from = this.to = this.placeOf(event);
        this.picture.append(this.mark);
        this.draw();
    }

    move(event) {
        if (this.from === undefined) return;
        this.to = this.placeOf(event);
        this.draw();
    }

    draw() {
        const [first, last] = [Math.min(this.from, this.to), Math.max(this.from, this.to)];
        this.mark.setAttribute("x", `${(100 * first) / this.periods}%`);
        this.mark.setAttribute("width", `${(100 * (last - first + 1)) / this.periods}%`);
        const { unit, first: begin } = this.picture.dataset;
        this.form.elements.from.value = periodAt(unit, begin, first);
        this.form.elements.to.value = periodAt(unit, begin, last);
    }

    end(event) {
        if (this.from === undefined) return;
        this.move(event);
        this.stop();
        this.form.requestSubmit();
    }

    stop() {
        this.from = undefined;
    }
}

export function setUpTimeline() {
    const picture = document.querySelector(".bars");
    if (picture) new Brush(picture, document.querySelector("form.period"));
}
