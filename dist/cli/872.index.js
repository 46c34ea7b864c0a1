"use strict";
exports.id = 872;
exports.ids = [872];
exports.modules = {

/***/ 4872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   policyJsonSchema: () => (/* binding */ policyJsonSchema)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8439);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5991);
/* harmony import */ var _word_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2168);



/** The file format for editors: `# yaml-language-server: $schema=…`. Draft 7 is what they read best. */
function policyJsonSchema() {
    const schema = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .toJSONSchema */ .bl((0,_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .policySchema */ .w)(), {
        target: 'draft-7',
        io: 'input',
        metadata: _word_js__WEBPACK_IMPORTED_MODULE_2__/* .notes */ .Q2,
        unrepresentable: 'throw',
    });
    return { ...schema, title: 'image-hygiene policy' };
}


/***/ })

};
;