namespace FashionRecs.Application.Tests.CatalogImport.Lists.Layouts;

public sealed class LayoutTests : OpenedList
{
    [Fact]
    public void Rows_Shopify_AreOneProductPerColour()
    {
        var list = Open("""
            Handle,Title,Body (HTML),Vendor,Type,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Price,Image Src,Image Position,Variant Image,Status,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy
            red-dress,Red dress,<p>Nice</p>,Acme,Dress,Size,S,Color,Red,RD-S,49.90,https://c.example/red.jpg?v=1,1,,active,shopify,3,deny
            red-dress,,,,,,M,,Red,RD-M,49.90,https://c.example/back.jpg?v=1,2,,,shopify,1,deny
            red-dress,,,,,,L,,Red,RD-L,49.90,,,,,shopify,0,deny
            red-dress,,,,,,S,,Dark Blue,BD-S,59.90,,,https://c.example/blue.jpg,,shopify,-2,deny
            red-dress,,,,,,,,,,,https://c.example/detail.jpg,3,,,,,
            cap,Cap,,Acme,Cap,Title,Default Title,,,CAP,9.90,https://c.example/cap.jpg,1,,active,,0,deny
            old,Old,,Acme,Cap,Title,Default Title,,,OLD,9.90,https://c.example/old.jpg,1,,draft,,,

            """);

        var rows = list.Rows().ToArray();

        Assert.Equal("Shopify product export", list.Layout.Name);
        Assert.Equal(rows.Length, list.Count);
        Assert.Equal(["red-dress-red", "red-dress-dark-blue", "cap", "old"], rows.Select(row => row.Facts.Id));
        Assert.Equal(["Red dress", "Red dress", "Cap", "Old"], rows.Select(row => row.Facts.Name));
        Assert.Equal([("Nice.", "S, M", "in stock"), ("Nice.", "S", "out of stock"), ("", "", "in stock"), ("", "", "")],
            rows.Select(row => (row.Facts.Description, row.Facts.Sizes, row.Facts.Availability)));
        Assert.Equal([49.9m, 59.9m, 9.9m, null], rows.Select(row => row.Refused is null ? row.Facts.Price : null));
        Assert.Equal(["https://c.example/red.jpg?v=1", "https://c.example/blue.jpg"], rows.Take(2).Select(row => row.Image));
        Assert.Contains("2 further pictures", rows[0].Note);
        Assert.Contains("with lines 3, 4", rows[0].Note);
        Assert.Contains("draft", rows[3].Refused);
    }

    [Fact]
    public void Rows_GoogleFeed_PutsSizesTogetherAlsoWhereTheyStandApart()
    {
        var rows = Open("""
            id	title	description	image_link	additional_image_link	price	color	size	item_group_id	product_type	link	availability
            1	Dress	Soft	https://x.example/a.jpg	https://x.example/a2.jpg	19.99 EUR	Red	S	G1	Women > Dresses	https://x.example/dress?c=red	out_of_stock
            2	Dress	Soft	https://x.example/b.jpg		19.99 EUR	Blue	S	G1	Women > Dresses	javascript:alert(1)	preorder
            3	Coat	Warm	https://x.example/c.jpg		99.00 EUR	Grey	M		Women > Coats		some day
            4	Dress	Soft	https://x.example/a.jpg		19.99 EUR	Red	M	G1	Women > Dresses	https://x.example/dress?c=red	in_stock

            """).Rows().ToArray();

        Assert.Equal(["G1-red", "G1-blue", "3"], rows.Select(row => row.Facts.Id));
        Assert.Equal([("Soft", "M", "in stock"), ("Soft", "S", "preorder"), ("Warm", "M", "")],
            rows.Select(row => (row.Facts.Description, row.Facts.Sizes, row.Facts.Availability)));
        Assert.Equal(["https://x.example/dress?c=red", "", ""], rows.Select(row => row.Facts.Link));
        Assert.Contains("its link is no address of the web", rows[1].Note);
        Assert.Contains("the availability 'some day' is not known", rows[2].Note);
        Assert.Equal(["Dresses", "Dresses", "Coats"], rows.Select(row => row.Facts.Type));
        Assert.Contains("1 further picture", rows[0].Note);
    }

    [Fact]
    public void Rows_GoogleFeedInXml_AreRead()
    {
        var list = Open(
            """
            <?xml version="1.0"?>
            <rss xmlns:g="http://base.google.com/ns/1.0" version="2.0"><channel><title>Shop</title>
            <item><g:id>1</g:id><title>Dress &amp; belt</title><description><![CDATA[<p>Soft</p>]]></description><g:image_link>https://x.example/a.jpg</g:image_link>
            <g:additional_image_link>https://x.example/b.jpg</g:additional_image_link><g:additional_image_link>https://x.example/c.jpg</g:additional_image_link><g:price>1,299.00 EUR</g:price></item>
            <item><g:id>2</g:id><g:title>Coat</g:title><g:image_link>https://x.example/d.jpg</g:image_link><g:price>5</g:price></item>
            </channel></rss>
            """, "feed.xml");

        var rows = list.Rows().ToArray();

        Assert.Equal([("1", "Dress & belt", "Soft.", 1299m), ("2", "Coat", "", 5m)],
            rows.Select(row => (row.Facts.Id, row.Facts.Name, row.Facts.Description, row.Facts.Price!.Value)));
        Assert.Contains("2 further pictures", rows[0].Note);
    }

    [Fact]
    public void Rows_WooCommerce_ArePutUnderTheirParent()
    {
        var rows = Open("""
            ID,Type,SKU,Name,Published,Short description,Description,Regular price,Categories,Images,Parent,Attribute 1 name,Attribute 1 value(s),In stock?,External URL
            1,variable,D1,Dress,1,Short,<b>Long</b>,,"Clothing > Dresses, Sale","https://x.example/a.jpg, https://x.example/b.jpg",,Size,"S, M",1,
            2,variation,D1-S,Dress - S,1,,,"19.99",,,D1,Size,S,1,
            3,variation,D1-M,Dress - M,1,,,"19.99",,,D1,Size,M,1,
            4,external,C1,Cap,1,,,5,Caps,https://x.example/c.jpg,,,,backorder,https://x.example/cap
            5,simple,C2,Hidden,0,,,5,Caps,https://x.example/d.jpg,,,,0,

            """).Rows().ToArray();

        Assert.Equal(["D1", "C1", "C2"], rows.Select(row => row.Facts.Id));
        Assert.Equal(("Dress", "Dresses", "Long", 19.99m, "https://x.example/a.jpg"),
            (rows[0].Facts.Name, rows[0].Facts.Type, rows[0].Facts.Description, rows[0].Facts.Price, rows[0].Image));
        Assert.Equal([("S, M", "in stock", ""), ("", "backorder", "https://x.example/cap")],
            rows.Take(2).Select(row => (row.Facts.Sizes, row.Facts.Availability, row.Facts.Link)));
        Assert.Contains("not published", rows[2].Refused);
    }

    [Fact]
    public void Rows_Magento_AreOneProductPerColourOfTheConfigurable()
    {
        var rows = Open("""
            sku,store_view_code,product_type,categories,name,description,price,visibility,base_image,additional_images,additional_attributes,configurable_variations
            H-S-Black,,simple,Default Category/Men/Hoodies,Hoodie-S-Black,,52.000000,Not Visible Individually,/b/l/black.jpg,,"color=Black,size=S",
            H-M-Black,,simple,Default Category/Men/Hoodies,Hoodie-M-Black,,52.000000,Not Visible Individually,/b/l/black.jpg,,"color=Black,size=M",
            H-S-Red,,simple,Default Category/Men/Hoodies,Hoodie-S-Red,,52.000000,Not Visible Individually,/r/e/red.jpg,,"color=Red,size=S",
            H,,configurable,Default Category/Men/Hoodies,Hoodie,<p>Warm</p>,52.000000,"Catalog, Search",/b/l/black.jpg,,,"sku=H-S-Black,size=S,color=Black|sku=H-M-Black,size=M,color=Black|sku=H-S-Red,size=S,color=Red"
            H,de,,,Kapuzenjacke,,,,,,,
            Bag,,simple,Default Category/Gear/Bags,Bag,,34.000000,"Catalog, Search",/b/a/bag.jpg,,,

            """).Rows().ToArray();

        Assert.Equal(["H-black", "H-red", "Bag"], rows.Select(row => row.Facts.Id));
        Assert.Equal(["Hoodie", "Hoodie", "Bag"], rows.Select(row => row.Facts.Name));
        Assert.Equal([("Warm.", "S, M"), ("Warm.", "S"), ("", "")], rows.Select(row => (row.Facts.Description, row.Facts.Sizes)));
        Assert.Equal(["/b/l/black.jpg", "/r/e/red.jpg", "/b/a/bag.jpg"], rows.Select(row => row.Image));
        Assert.All(rows, row => Assert.Null(row.Refused));
    }
}
