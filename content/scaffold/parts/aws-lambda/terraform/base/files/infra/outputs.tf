output "functions" {
  description = "The names of the functions."
  value       = [for function in local.functions : function.name]
}
# <% slot outputs %>
