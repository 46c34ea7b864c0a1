"use strict";
exports.id = 803;
exports.ids = [803];
exports.modules = {

/***/ 7803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ignoredBelow: () => (/* binding */ ignoredBelow)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var ignore__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(298);




/**
 * Says which of these paths git would ignore, by every `.gitignore` from `root` down to each of them.
 * @see https://git-scm.com/docs/gitignore
 */
async function ignoredBelow(root, paths) {
    const folders = new Map();
    for (const folder of foldersOf(paths)) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, folder, '.gitignore');
        // Most folders have none, and a look costs a twentieth of a reading that fails.
        const text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path) ? await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, 'utf8').catch(() => undefined) : undefined;
        if (text !== undefined)
            folders.set(folder, ignore__WEBPACK_IMPORTED_MODULE_3__().add(text));
    }
    return path => {
        for (const [folder, rules] of folders) {
            const below = folder === '' ? path : path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
            if (below !== undefined && rules.ignores(below))
                return true;
        }
        return false;
    };
}
function foldersOf(paths) {
    const folders = new Set(['']);
    for (const path of paths) {
        for (let folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path); folder !== '.' && folder !== '/'; folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder))
            folders.add(folder);
    }
    return folders;
}


/***/ })

};
;