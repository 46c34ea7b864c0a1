// lib/steps/report-outputs.js
/** The outputs that `writeReports` adds, for a step's definition. */
const reportOutputs = {
	"findings-count": "How many findings there are.",
	"sarif-file": "Path of the SARIF report, if one was asked for.",
	"codequality-file": "Path of the Code Quality report, if one was asked for.",
	"junit-file": "Path of the JUnit report, if one was asked for.",
	"json-file": "Path of the outcome as JSON, if it was asked for."
};
Object.defineProperty(exports, "reportOutputs", {
	enumerable: true,
	get: function() {
		return reportOutputs;
	}
});
