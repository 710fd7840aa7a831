;;; budgetlint.el --- check budget disclosures while they are written -*- lexical-binding: t; -*-

;; The language server budgetlint in Emacs, with eglot or lsp-mode.
;;
;;   (load "/path/to/Editors/emacs/budgetlint.el")
;;
;; Disclosures are opened in `budget-disclosure-mode', where eglot starts by itself if it is there.

;;; Code:

(defgroup budgetlint nil
  "Checks disclosures of budgets and final accounts."
  :group 'tools)

(defcustom budgetlint-command '("budgetlint" "server")
  "The command that starts the language server."
  :type '(repeat string))

(define-derived-mode budget-disclosure-mode text-mode "Budget"
  "Mode for disclosures of budgets and final accounts.")

(put 'budget-disclosure-mode 'eglot-language-id "budget-disclosure")

(add-to-list 'auto-mode-alist '("\\(?:预算\\|决算\\)[^/]*\\.\\(?:txt\\|md\\)\\'" . budget-disclosure-mode))

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               (cons 'budget-disclosure-mode (lambda (&rest _) budgetlint-command))))

(when (locate-library "eglot")
  (autoload 'eglot-ensure "eglot")
  (add-hook 'budget-disclosure-mode-hook #'eglot-ensure))

(with-eval-after-load 'lsp-mode
  (defvar lsp-language-id-configuration)
  (declare-function lsp-register-client "lsp-mode")
  (declare-function make-lsp-client "lsp-mode")
  (declare-function lsp-stdio-connection "lsp-mode")
  (add-to-list 'lsp-language-id-configuration '(budget-disclosure-mode . "budget-disclosure"))
  (lsp-register-client
   (make-lsp-client :new-connection (lsp-stdio-connection (lambda () budgetlint-command))
                    :major-modes '(budget-disclosure-mode)
                    :server-id 'budgetlint)))

(defun budgetlint-fix ()
  "Repair the figure at point."
  (interactive)
  (eglot-code-actions (point) nil "quickfix" t))

(declare-function eglot-code-actions "eglot")

(provide 'budgetlint)
;;; budgetlint.el ends here
