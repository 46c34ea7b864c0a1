# Empty here; image-hygiene's bake file fills it.
target "docker-metadata-action" {}

target "app" {
  inherits  = ["docker-metadata-action"]
  context   = "."
  platforms = ["linux/amd64", "linux/arm64"]
}
