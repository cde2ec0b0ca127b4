using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Application.Backups;

/// <summary>Registers backups; the storage of a database adds its own part.</summary>
internal static class BackupsRegistration
{
    public static void AddBackups(this IServiceCollection services)
    {
        services.AddSingleton<BackupWriter>();
        services.AddSingleton<BackupRestore>();
    }
}
