cloud.objects.clear();
