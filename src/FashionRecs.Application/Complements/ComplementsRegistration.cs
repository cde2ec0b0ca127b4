using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FashionRecs.Application.Complements;

/// <summary>Registers what goes with what.</summary>
internal static class ComplementsRegistration
{
    public static IServiceCollection AddComplements(this IServiceCollection services)
    {
        services.TryAddSingleton<PairingOptions>();
        services.TryAddSingleton<CrowdOptions>();
        services.AddSingleton<PairingCache>();
        services.AddSingleton<PairingService>();
        return services;
    }
}
