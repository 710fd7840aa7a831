;;; session.el --- drives a real Emacs for the tests -*- lexical-binding: t; -*-

;; Run by `Tests/EditorTests': opens a disclosure, sees the mistake, types before it, repairs it,
;; saves. The test compares the file byte for byte.
;;
;;   BUDGETLINT         the command
;;   BUDGETLINT_CONFIG  budgetlint.el
;;   BUDGETLINT_FILE    the document, whose only mistake is 61.00% instead of 62.50%

;;; Code:

(setq make-backup-files nil create-lockfiles nil auto-save-default nil)
(prefer-coding-system 'utf-8)
(require 'flymake)
(require 'eglot)
(setq eglot-sync-connect 20 eglot-send-changes-idle-time 0)
(load (getenv "BUDGETLINT_CONFIG"))
(setq budgetlint-command (list (getenv "BUDGETLINT") "server"))

(defun session-wait (what condition)
  "Wait until CONDITION holds, and fail where it does not, saying WHAT was waited for."
  (let ((end (+ (float-time) 20)) result)
    (while (not (setq result (funcall condition)))
      (when (> (float-time) end)
        (message "FAIL: waited in vain for %s" what)
        (kill-emacs 1))
      (accept-process-output nil 0.02))
    result))

(defun session-alarm ()
  "The only diagnostic, if there is one."
  (let ((found (flymake-diagnostics)))
    (and (= (length found) 1) (car found))))

(defun session-covered (diagnostic)
  "The text that DIAGNOSTIC stands on."
  (buffer-substring-no-properties (flymake-diagnostic-beg diagnostic) (flymake-diagnostic-end diagnostic)))

(switch-to-buffer (find-file-noselect (getenv "BUDGETLINT_FILE")))
(unless (eq major-mode 'budget-disclosure-mode)
  (message "FAIL: the mode is %s" major-mode)
  (kill-emacs 1))
;; Without a terminal no command ends, which is when eglot would connect.
(unless (eglot-current-server) (apply #'eglot--connect (eglot--guess-contact)))
(session-wait "the diagnostic" (lambda () (flymake-start) (session-alarm)))
(unless (equal (session-covered (session-alarm)) "61.00%")
  (message "FAIL: the diagnostic covers %s" (session-covered (session-alarm)))
  (kill-emacs 1))

(goto-char (flymake-diagnostic-beg (session-alarm)))
(beginning-of-line)
(insert "𠮷😀")
;; Without a terminal nobody is idle, which is when eglot would send what was typed.
(eglot--signal-textDocument/didChange)
(let ((line (line-number-at-pos)))
  (session-wait "the diagnostic behind what was typed"
                (lambda ()
                  (flymake-start)
                  (let ((alarm (session-alarm)))
                    (and alarm (equal (session-covered alarm) "61.00%")
                         (= line (line-number-at-pos (flymake-diagnostic-beg alarm))))))))
(goto-char (flymake-diagnostic-beg (session-alarm)))
(setq last-nonmenu-event 'x)
(budgetlint-fix)
(session-wait "the repair" (lambda () (save-excursion (goto-char (point-min)) (search-forward "62.50%" nil t))))
;; As above: the repair is typed too.
(eglot--signal-textDocument/didChange)
(session-wait "no diagnostic" (lambda () (flymake-start) (null (flymake-diagnostics))))
(save-buffer)
(eglot-shutdown (eglot-current-server))
(message "PASS")
(kill-emacs 0)
;;; session.el ends here
