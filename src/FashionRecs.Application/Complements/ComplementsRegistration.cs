using FashionRecs.Application.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Application.Complements;

/// <summary>Registers what goes with what.</summary>
internal static class ComplementsRegistration
{
    public static IServiceCollection AddComplements(this IServiceCollection services)
    {
        services.AddSettings<PairingOptions>("Complements");
        services.AddSettings<CrowdOptions>("Crowd");
        services.AddSingleton<PairingCache>();
        services.AddSingleton<PairingService>();
        return services;
    }
}
